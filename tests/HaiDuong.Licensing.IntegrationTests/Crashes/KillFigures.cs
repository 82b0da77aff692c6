using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>
/// What a run came to. Nothing may be lost, doubled, stuck, or ended by itself; a mail that left when its sender was killed may come again with the same id.
/// </summary>
public sealed record KillFigures(
    int Kills,
    IReadOnlyDictionary<DossierAct, int> Acts,
    int Dossiers,
    int SentAgain,
    int Lost,
    int Doubled,
    int Stuck,
    int SelfEnded,
    int Mails,
    int MailsAgain,
    IReadOnlyList<string> Faults
)
{
    public bool IsClean => this is { Lost: 0, Doubled: 0, Stuck: 0, SelfEnded: 0, Faults.Count: 0 };

    /// <summary>The faults, the acts by kind, and the closing line.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            [
                .. Faults.Take(20),
                string.Join(", ", Acts.OrderBy(act => act.Key).Select(act => string.Create(CultureInfo.InvariantCulture, $"{act.Key} {act.Value}"))),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Kills} kills, {Acts.Values.Sum()} acts of {Acts.Count} kinds acknowledged ({SentAgain} after sending again) on {Dossiers} dossiers: "
                )
                    + string.Create(CultureInfo.InvariantCulture, $"lost {Lost}, doubled {Doubled}, stuck {Stuck}, self-ended {SelfEnded}; ")
                    + string.Create(CultureInfo.InvariantCulture, $"{Mails} mails, {MailsAgain} with an id that came before; {Faults.Count} faults"),
            ]
        );
}
