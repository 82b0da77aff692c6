namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Names of the form fields in the PDF.</summary>
internal static class FieldNames
{
    public const string Number = "number";
    public const string IssueDate = "issueDate";
    public const string Leader = "leader";
    public const string Agency = "agency";
}
