using System.Text.RegularExpressions;
using DynamoGen;
using DynamoGen.Testing;

namespace HelpDesk.Tests;

/// <summary>The whole tour, with each fault that <c>DynamoGen.Testing</c> has a name for.</summary>
public sealed partial class TourFaultTests(UndisturbedTour undisturbed) : IClassFixture<UndisturbedTour>
{
    private const int Seed = 34;

    public static TheoryData<Fault> Faults => [.. Enum.GetValues<Fault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_tour_comes_to_the_same_or_ends_a_stop_as_the_fault_is_documented(Fault fault)
    {
        var plan = new FaultPlan(Seed, new FaultRule(fault) { Probability = 0.3 });
        var visited = 0;
        while (visited < undisturbed.Texts.Count)
        {
            // What a stop left that was cut off is not known; the tour goes on where it would be without faults.
            await using var desk = await FaultyDesk.CreateAsync(plan, visited);
            bool isWhole;
            (visited, isWhole) = await VisitAsync(desk, visited, DocumentedEnd(fault));
            if (isWhole)
            {
                Assert.Equal(undisturbed.Items, await desk.ItemsAsync());
            }
        }

        Assert.NotEmpty(plan.Log);
        Assert.All(plan.Log, injected => Assert.Equal(fault, injected.Fault));
    }

    /// <summary>What a call may end with though attempts remain; null where it ends with its result.</summary>
    private static Type? DocumentedEnd(Fault fault) => fault switch
    {
        Fault.LostAnswer or Fault.Truncated or Fault.WrongChecksum => typeof(OutcomeUnknownException),
        Fault.TransactionConflict => typeof(ConflictException),
        _ => null,
    };

    /// <summary>Visits the stops that are left, up to the first that is cut off.</summary>
    /// <returns>How many were visited in all, and whether none was cut off.</returns>
    private async Task<(int Visited, bool IsWhole)> VisitAsync(FaultyDesk desk, int visited, Type? end)
    {
        for (; visited < desk.Stops.Count; visited++)
        {
            try
            {
                Assert.Equal(Found(undisturbed.Texts[visited]), Found(await desk.Stops[visited].Visit()));
            }
            catch (DynamoGenException cutOff) when (cutOff.GetType() == end)
            {
                return (visited + 1, false);
            }
        }

        return (visited, true);
    }

    /// <summary>What a stop tells, without what it cost: more requests cost more.</summary>
    private static string Found(string text) => Cost().Replace(text, string.Empty);

    [GeneratedRegex(" in [0-9]+ requests? of [0-9.]+ units")]
    private static partial Regex Cost();
}
