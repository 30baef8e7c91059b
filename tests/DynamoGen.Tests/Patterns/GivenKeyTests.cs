using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>Keys of dictionaries that a call gives, and properties of the entity that is written, on the real server.</summary>
public sealed class GivenKeyTests(LocalServer server) : PatternTest(server)
{
    private static readonly Guid Somebody = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private ITallies Tallies => Get<ITallies>();

    [Fact]
    public async Task A_key_of_any_text_is_counted_apart()
    {
        await Tallies.Put(new Tally("t", 1));
        await Tallies.UpdateCount("t", "reads", 2);
        await Tallies.UpdateCount("t", "reads", 3);
        await Tallies.UpdateCount("t", "a \"quoted\" #key.with[all]", 4);

        var tally = await Tallies.Get("t");
        Assert.Equal(new() { ["reads"] = 5, ["a \"quoted\" #key.with[all]"] = 4 }, tally!.Counts);
    }

    [Fact]
    public async Task Enums_and_Guids_are_keys_too()
    {
        await Tallies.Put(new Tally("t", 1) { Names = new() { [Somebody] = "ann" } });
        await Tallies.UpdateState("t", TicketStatus.Waiting, true, Somebody);

        var tally = await Tallies.Get("t");
        Assert.Equal(new() { [TicketStatus.Waiting] = true }, tally!.States);
        Assert.Empty(tally.Names);
    }

    [Fact]
    public async Task A_filter_and_a_condition_look_behind_a_given_key()
    {
        await Tallies.Put(new Tally("t", 1) { Counts = new() { ["a"] = 1, ["b"] = 5 } });

        Assert.Equal(0, await Tallies.CountAbove("t", "a", 3));
        Assert.Equal(1, await Tallies.CountAbove("t", "b", 3));
        Assert.Equal(0, await Tallies.CountAbove("t", "c", 3));
        await Assert.ThrowsAsync<ItemValueException>(async () => await Tallies.CountAbove("t", string.Empty, 3));
    }

    [Fact]
    public async Task Only_what_is_newer_is_written()
    {
        Assert.Equal(WriteOutcome.Written, await Tallies.PutNewer(new Tally("t", 2)));
        Assert.Equal(WriteOutcome.ConditionFailed, await Tallies.PutNewer(new Tally("t", 2)));
        Assert.Equal(WriteOutcome.ConditionFailed, await Tallies.PutNewer(new Tally("t", 1)));
        Assert.Equal(WriteOutcome.Written, await Tallies.PutNewer(new Tally("t", 3)));
    }
}
