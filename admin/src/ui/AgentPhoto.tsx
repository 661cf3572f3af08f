import { useState } from 'react';
import { styled } from 'styled-components';

import { serverOrigin } from '../strapi/server-origin';

const Picture = styled.img`
  width: 100%;
  height: 100%;
  border-radius: 50%;
  object-fit: cover;
`;

interface AgentPhotoProps {
  /** Address as the server sends it; empty where there is no photo. */
  readonly address: string;
  /** Initials shown instead of a photo; also when the file is gone from the library. */
  readonly initials: string;
}

/** An agent's own photo, as long as there is one; the name is beside it. */
export function AgentPhoto({ address, initials }: AgentPhotoProps) {
  const [broken, setBroken] = useState('');
  if (address === '' || broken === address) return initials;
  return <Picture src={new URL(address, serverOrigin()).href} alt="" onError={() => setBroken(address)} />;
}
