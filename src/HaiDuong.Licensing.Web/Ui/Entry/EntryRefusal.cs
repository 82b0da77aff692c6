namespace HaiDuong.Licensing.Web.Ui.Entry;

/// <summary>Why typed text is not the value asked for. The sentence is <c>Entry.{name}</c> in UiText.resx and says what to do.</summary>
public enum EntryRefusal
{
    None,
    NotADate,
    NoSuchDay,
    NotATime,
    NotANumber,
    NotWhole,
    NotMoney,
    TooLarge,
}
