using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>Đối chiếu sổ giấy phép: what staff see beside a request of the licence that it names, or that the register has not got it.</summary>
/// <param name="Named">The licence as it was looked up.</param>
/// <param name="Refusals">What speaks against the request, by the day on which it was filed.</param>
/// <param name="Day">Today, for the state of the licence.</param>
/// <param name="MayOpen">Whether this person may follow the link into the register.</param>
public sealed record RegisterMark(NamedLicence Named, IReadOnlyList<Refusal> Refusals, LocalDate Day, bool MayOpen)
{
    /// <summary>Null when the procedure asks for no licence, and once the result is issued: from then on the register has it.</summary>
    public static async Task<RegisterMark?> OfAsync(LicenceRegister licences, Dossier dossier, ActContext act, CancellationToken cancel)
    {
        if (
            LifeCycle.IsClosed(dossier.Status)
            || dossier.Decision is { IsIssued: true }
            || await licences.NamedAsync(act.Rules.Procedure, dossier.Form, dossier.Applicant, cancel) is not { } named
        )
            return null;
        return new RegisterMark(
            named,
            named.Check(dossier.Applicant, LicenceRegister.FiledOn(dossier, act)),
            act.Local.Date,
            new ForRegisterReadersAttribute().Admits(act.Actor)
        );
    }
}
