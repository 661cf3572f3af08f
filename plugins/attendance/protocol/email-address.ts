/** What an e-mail address looks like, to browser and server alike: one of them, and nothing that ends a header. */
export const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,190}\.[^\s@.<>()[\]\\,;:"]{2,63}$/;
