using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.Web.Features.DataChecks;

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
    NoticeAbsent,
    StaffNoticeAbsent,

    /// <summary>The row, or the rules that it was received under, cannot be read.</summary>
    Unreadable,
}

/// <summary>Lỗi dữ liệu: what is wrong, of which dossier, what should be and what is. Its sentence stands in DataFault.resx.</summary>
public sealed record DataFault(DataFaultKind Kind, Guid? DossierId, string Subject, string Expected = "", string Found = "")
{
    private static readonly ResourceManager Sentences = new(typeof(DataFault));

    public string Sentence => string.Format(
        CultureInfo.GetCultureInfo("vi-VN"), Sentences.GetString(Kind.ToString(), CultureInfo.CurrentUICulture) ?? Kind.ToString(), Subject, Expected, Found);
}

/// <summary>A part of the data that was looked at: so many dossiers or files, and what is wrong with them.</summary>
internal sealed record CheckedPart(int Dossiers, int Files, IReadOnlyList<DataFault> Faults);
