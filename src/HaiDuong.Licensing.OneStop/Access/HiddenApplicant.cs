using System.Globalization;
using System.Resources;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Ui.Words;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>What stands in place of a sender who is kept secret (giữ bí mật người gửi).</summary>
public static class HiddenApplicant
{
    private static readonly ResourceManager Texts = new(typeof(UiText).FullName!, typeof(UiText).Assembly);

    public static string Shown => Texts.GetString("Applicant.Hidden", CultureInfo.CurrentUICulture)!;

    /// <summary>What an agency sees in place of the applicant once it has answered.</summary>
    public static string AfterOpinion => Texts.GetString("Applicant.AfterOpinion", CultureInfo.CurrentUICulture)!;

    /// <summary>What stands in place of a code that is not given yet, for whoever is not shown the reference.</summary>
    public static string NoCode => Texts.GetString("Dossier.NoCode", CultureInfo.CurrentUICulture)!;

    /// <summary>How a dossier is called on a page of this person: by its code, before there is one by its reference.</summary>
    public static string CodeFor(Actor actor, string? code, string reference) => code ?? (AccessTable.MayHoldReference(actor) ? reference : NoCode);

    /// <summary>The name in a list, which many look at: a secret one is shown to nobody there.</summary>
    public static string InList(bool hidesApplicant, string name) => hidesApplicant ? Shown : name;

    /// <summary>Whoever did an act: the sender's name is as secret as the sender.</summary>
    public static string ActorOf(HistoryLine line, Dossier dossier, ActContext act) =>
        line.ActorRole == StaffRole.Applicant && !AccessTable.MaySeeApplicant(act.Actor, dossier, act.Rules.Organisation, act.Local.Date)
            ? Shown
            : NameOf(line);

    /// <summary>Whoever did an act, where it is no secret: what the program did itself has no name but a word.</summary>
    public static string NameOf(HistoryLine line) =>
        line.ActorRole == StaffRole.System ? Texts.GetString("Role.System", CultureInfo.CurrentUICulture)! : line.ActorName;
}
