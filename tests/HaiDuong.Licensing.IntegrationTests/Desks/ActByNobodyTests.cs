using System.Reflection;
using System.Runtime.CompilerServices;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Features.Calendars;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Features.Licences;
using HaiDuong.Licensing.OneStop.Features.Succession;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>
/// What is no act on a dossier (routes, calendars, organisation, imports, notices) asks who acts before it looks at anything else, whatever page
/// stands before it. Acts on dossiers are held by the permits, the register by its own tests: both need the thing itself first.
/// </summary>
public sealed class ActByNobodyTests
{
    // Nobody presses these: they are due, or only look.
    private static readonly Type[] Jobs = [typeof(CheckData), typeof(MoveToSuccessors), typeof(ApplyDueDates), typeof(ReviewDueDates)];

    private static readonly string[] Words = ["AdministratorOnly", "DeciderOnly", "NotYours"];

    public static IEnumerable<Type> Acts() =>
        FeatureServices
            .Acts()
            .Except(Jobs)
            .Where(type =>
                type != typeof(RevokeLicence) && !type.GetConstructors().Single().GetParameters().Any(parameter => parameter.ParameterType == typeof(ActDesk))
            );

    [Test]
    public void EveryAct_IsToldWhoActs() =>
        Assert.That(Acts().Where(act => !Verb(act).GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor))), Is.Empty);

    [Test]
    public async Task EveryAct_ByNobody_IsRefusedBeforeAnythingElse()
    {
        await using var host = await DeskHost.StartAsync();
        foreach (var act in Acts())
        {
            var refusals = await host.AtDeskAsync(desk => DoAsync(ActivatorUtilities.GetServiceOrCreateInstance(desk, act), Verb(act)));

            Assert.That(refusals.Where(refusal => Words.Any(word => refusal.Code.EndsWith(word, StringComparison.Ordinal))), Is.Not.Empty, act.Name);
        }
    }

    private static MethodInfo Verb(Type act) => act.GetMethods().Single(method => method is { Name: "DoAsync", IsStatic: false });

    private static async Task<IReadOnlyList<Refusal>> DoAsync(object act, MethodInfo verb)
    {
        var nobody = new Actor(Guid.CreateVersion7(), "Ai đó", []);
        object?[] nothing = [.. verb.GetParameters().Select(parameter => parameter.ParameterType == typeof(Actor) ? nobody : Blank(parameter.ParameterType))];
        var done = (Task)verb.Invoke(act, nothing)!;
        await done;
        var answer = done.GetType().GetProperty("Result")!.GetValue(done)!;
        return answer as IReadOnlyList<Refusal>
            ?? (IReadOnlyList<Refusal>?)(answer as ITuple)?[1]
            ?? (IReadOnlyList<Refusal>)answer.GetType().GetProperty("Refusals")!.GetValue(answer)!;
    }

    /// <summary>A request with nothing in it.</summary>
    private static object? Blank(Type type) =>
        type.IsValueType ? Activator.CreateInstance(type)
        : type == typeof(string) ? ""
        : type.IsAbstract || type.GetConstructors() is not [var only] ? null
        : only.Invoke([.. only.GetParameters().Select(parameter => Blank(parameter.ParameterType))]);
}
