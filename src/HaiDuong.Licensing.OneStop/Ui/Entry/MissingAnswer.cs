using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HaiDuong.Licensing.OneStop.Ui.Entry;

/// <summary>What an act needs and nobody typed.</summary>
public static class MissingAnswer
{
    /// <summary>Says that the answer is missing, unless what was typed there could not be read and has its message already.</summary>
    public static void AddMissing(this ModelStateDictionary state, string key, string message)
    {
        if (state.GetFieldValidationState(key) != ModelValidationState.Invalid)
            state.AddModelError(key, message);
    }
}
