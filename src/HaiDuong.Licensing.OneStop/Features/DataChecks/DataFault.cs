using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>What can be wrong with what the office keeps.</summary>
public enum DataFaultKind
{
    MissingFile,
    DamagedFile,
    CodeGap,
    CodeNotGiven,
    NumberGap,
    NumberNotGiven,
    ResultNotInBook,
    StatusNotOfHistory,
    HistoryBroken,
    DateNotOfLedger,
    FeesNotOfForm,
    NoticeAbsent,
    StaffNoticeAbsent,

    /// <summary>The row that lists read is another than its dossier gives.</summary>
    RowNotOfDossier,

    /// <summary>The row, or the rules that it was received under, cannot be read.</summary>
    Unreadable,
}

/// <summary>The dates that are stored with a dossier and follow from its ledger or history.</summary>
public enum DateOfDossier
{
    StatutoryDue,
    PromisedDue,

    /// <summary>The first promise, which the class is taken against.</summary>
    ReportDue,
    AnswerDue,

    /// <summary>The first moment at which it is late.</summary>
    LateFrom,

    /// <summary>The first moment at which an awaited supplement can be sent no more.</summary>
    WaitOverFrom,
}

/// <summary>Lỗi dữ liệu: what is wrong, of which dossier, what should be and what is. Its sentence stands in DataFault.resx.</summary>
public sealed record DataFault(DataFaultKind Kind, Guid? DossierId, string Subject, string Expected = "", string Found = "")
{
    private static readonly ResourceManager Sentences = new(typeof(DataFault));

    public string Sentence => string.Format(CultureInfo.GetCultureInfo("vi-VN"), Word(Kind.ToString()), Subject, Expected, Found);

    /// <summary>How people call a date of a dossier.</summary>
    public static string NameOf(DateOfDossier date) => Word($"Date.{date}");

    private static string Word(string key) => Sentences.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}

/// <summary>A part of the data that was looked at: so many dossiers or files, and what is wrong with them.</summary>
internal sealed record CheckedPart(int Dossiers, int Files, IReadOnlyList<DataFault> Faults);
