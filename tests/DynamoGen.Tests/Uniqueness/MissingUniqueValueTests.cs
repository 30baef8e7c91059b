using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Uniqueness;

/// <summary>A unique value that may be missing: whether it is there is part of what a write must know of the item.</summary>
public sealed class MissingUniqueValueTests(LocalServer server) : ClubTest(server)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lock_that_began_again_does_not_let_a_write_leave_a_marker_behind(bool deletes)
    {
        var stale = await Members.Create(new Member(1, "a@b"));
        await Members.Delete(stale);
        var stored = await Members.Create(new Member(1, "a@b") { Nick = "ann" });
        Assert.Equal(stale.Revision, stored.Revision);

        await Assert.ThrowsAsync<ConditionFailedException>(
            () => deletes ? Members.Delete(stale).AsTask() : Members.Replace(stale with { Nick = "bob" }, stale).AsTask());

        Assert.Equal(["EMAIL#a@b", "NICK#ann"], (await MarkersAsync()).Keys.Order(StringComparer.Ordinal));
        Assert.Equal("ann", (await Members.Get(1))!.Nick);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(7, null)]
    [InlineData(null, "red")]
    [InlineData(7, "red")]
    public async Task Without_a_lock_only_a_write_that_knows_the_state_before_is_applied(int? number, string? colour)
    {
        var stored = new Badge(1) { Number = number, Colour = colour };
        await Badges.Create(stored);

        foreach (var stale in (Badge[])[stored with { Number = number is null ? 8 : null }, stored with { Colour = colour is null ? "blue" : null }])
        {
            await Assert.ThrowsAsync<ConditionFailedException>(() => Badges.Replace(new Badge(1) { Number = 9, Colour = "green" }, stale).AsTask());
            Assert.False(await Badges.Delete(stale));
        }

        var expected = new List<string>();
        expected.AddRange(colour is null ? [] : ["COLOUR#" + colour]);
        expected.AddRange(number is null ? [] : ["NUMBER#" + KeyText(number.Value)]);
        Assert.Equal(expected, (await MarkersAsync()).Keys.Order(StringComparer.Ordinal));
        await Badges.Replace(new Badge(1) { Number = 9, Colour = null }, stored);
        Assert.Equal(["NUMBER#" + KeyText(9)], (await MarkersAsync()).Keys);
        Assert.True(await Badges.Delete(new Badge(1) { Number = 9, Colour = null }));
        Assert.Empty(await MarkersAsync());
    }

    private static string KeyText(int number) => Badge.Keys.UniqueNumber.PartitionKey(number)["NUMBER#".Length..];
}
