namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Ô nhập: what a page puts before a person; decides the element, the keyboard of a phone and the default hint.</summary>
public enum FieldControl
{
    Text,
    Multiline,
    Number,
    Money,
    Date,
    Time,
    DateTime,

    /// <summary>One of the options: radio buttons up to five of them, a list above.</summary>
    Choice,

    /// <summary>One of the options, always a list: for filters, which are to stay small.</summary>
    List,
    Checkboxes,
    YesNo,
    Identity,
    Phone,
    Email,
    Password,
    File,
}
