using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Ui.Words;

/// <summary>Tên bước: how a step of many routes is called: as its routes call it where all call it the same, else as its kind is.</summary>
public sealed class StepNames(Rulebooks rulebooks, IStringLocalizer<UiText> words)
{
    /// <summary>Where it stands among the steps of a dossier's way.</summary>
    public int OrderOf(string stepId) =>
        rulebooks.Routes.SelectMany(route => route.Steps).FirstOrDefault(step => step.Id == stepId) is { } step ? (int)step.Kind : int.MaxValue;

    public string Of(string stepId)
    {
        var steps = rulebooks.Routes.SelectMany(route => route.Steps).Where(step => step.Id == stepId).ToList();
        var titles = steps.Select(step => step.Title).Distinct(StringComparer.Ordinal).ToList();
        return titles.Count == 1 ? rulebooks.Catalogue.Shown(titles[0])
            : steps.Count > 0 ? words[$"Step.{steps[0].Kind}"].Value
            : stepId;
    }
}
