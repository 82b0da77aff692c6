using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>
/// Cán bộ được nêu tên trong đơn: whoever the sender names by their whole name is shut out in the very act that brings the name, before anybody
/// has looked; whom a homonym has shut out a leader lets in again.
/// </summary>
public sealed class NamedStaff(StaffDirectory staff)
{
    /// <param name="dossier">As it stands after the act.</param>
    /// <param name="act">The act that brought the text.</param>
    /// <param name="before">What the text said before the act; names are looked for when it says something else now.</param>
    /// <param name="cancel">Ends the look into the directory.</param>
    public async Task ShutOutAsync(Dossier dossier, ActContext act, string? before, CancellationToken cancel)
    {
        if (act.Rules.Procedure.DenouncedField is not { } key || dossier.Form[key] is not { } text || text == before)
            return;
        var words = Words(text);
        foreach (var member in (await staff.MembersAsync(cancel)).Where(member => words.Contains(Words(member.Name), StringComparison.Ordinal)))
            dossier.NameDenounced(
                new DenouncedPerson(member.AccountId, member.Name, member.Holds(StaffRole.DivisionHead, dossier.DivisionKey)),
                act with
                {
                    Actor = Actor.System,
                }
            );
    }

    /// <summary>" nguyen van an ": with a blank around it, so that no name is found inside another.</summary>
    private static string Words(string text) => $" {VietnameseText.Words(text)} ";
}
