/** Emoji of a shop's chat, in the pickers of both screens [C7]; a screen reader names each in its own language. */
export const EMOJI: readonly string[] =
  '😊 😀 😂 😍 🥰 😉 🤗 🤔 😅 😢 😕 😮 👍 👎 👏 🙏 🙌 💪 👋 👌 ❤️ 🎉 ✨ 🔥 ⭐ ✅ ❌ ⏰ 📦 🎁 🚚 💳'.split(
    ' ',
  );
