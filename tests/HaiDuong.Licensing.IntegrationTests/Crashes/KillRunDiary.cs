using System.Collections.Concurrent;
using HaiDuong.Licensing.Domain.Dossiers;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>
/// What the office has answered to everybody of a run: what was acknowledged must be there, once. What is wrong is said at once, and a fault of the program
/// with what it wrote last.
/// </summary>
internal sealed class KillRunDiary(Action<string> say, Func<string> log)
{
    private const int Told = 6000;
    private readonly ConcurrentDictionary<Guid, ConcurrentQueue<DossierAct>> acts = [];
    private readonly ConcurrentQueue<string> faults = [];
    private int sentAgain;
    private int finished;

    public IReadOnlyDictionary<Guid, ConcurrentQueue<DossierAct>> Acts => acts;

    public IReadOnlyCollection<string> Faults => faults;

    public int Acknowledged => acts.Values.Sum(done => done.Count);

    public int SentAgain => sentAgain;

    /// <summary>Dossiers that have gone the whole of their way.</summary>
    public int Finished => finished;

    public void Answered(Guid dossier, params IEnumerable<DossierAct> done)
    {
        var kept = acts.GetOrAdd(dossier, _ => []);
        foreach (var act in done)
            kept.Enqueue(act);
    }

    public void Again() => Interlocked.Increment(ref sentAgain);

    public void Finish() => Interlocked.Increment(ref finished);

    /// <summary>The program has failed inside: what it wrote about it is the only witness.</summary>
    public void Failed(string fault) => Wrong($"{fault}\n{(log() is { Length: > Told } all ? all[^Told..] : log())}");

    public void Wrong(string fault)
    {
        faults.Enqueue(fault);
        say(fault);
    }
}
