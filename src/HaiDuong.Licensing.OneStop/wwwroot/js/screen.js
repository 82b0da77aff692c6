// Screens without anybody at them: the board of called numbers, and the device that prints a number and begins again.
const board = document.getElementById("board");
const pause = 3000;

// Two short tones, so that people look up. Browsers play them once somebody has touched the page.
function chime() {
  const audio = new AudioContext();
  for (const [at, pitch] of [[0, 880], [0.25, 660]]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.3, audio.currentTime + at);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + at + 0.4);
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + 0.4);
  }
}

async function look() {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (answer.ok) {
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("board");
      if (next && next.innerHTML !== board.innerHTML) board.innerHTML = next.innerHTML;
      if (next && next.dataset.lastCall && next.dataset.lastCall !== board.dataset.lastCall) chime();
      if (next) board.dataset.lastCall = next.dataset.lastCall;
    }
  } catch {
    // The line is down for a moment; the numbers stay as they were.
  }
  setTimeout(look, pause);
}
if (board) setTimeout(look, pause);

const ticket = document.querySelector("[data-print-then]");
if (ticket) {
  addEventListener("load", () => print());
  setTimeout(() => location.replace(ticket.dataset.printThen), 8000);
}
