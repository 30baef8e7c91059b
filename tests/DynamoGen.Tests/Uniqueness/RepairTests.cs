using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Uniqueness;

/// <summary>Items that other programs wrote and deleted without their markers.</summary>
public sealed class RepairTests(LocalServer server) : ClubTest(server)
{
    [Fact]
    public async Task Markers_of_deleted_and_changed_items_are_released()
    {
        await Members.Create(new Member(1, "gone@b"));
        await Members.Create(new Member(2, "old@b"));
        await Members.Create(new Member(3, "kept@b"));
        await Client.DeleteItemAsync(TableName, Key(1), TestContext.Current.CancellationToken);
        await PutAsync(new Member(2, "new@b"));

        var repair = await Members.RepairUnique();

        Assert.Equal((1, 2), (repair.Claimed, repair.Released));
        Assert.Empty(repair.Duplicates);
        Assert.Equal(["EMAIL#kept@b", "EMAIL#new@b"], (await MarkersAsync()).Keys.Order(StringComparer.Ordinal));
        var again = await Members.RepairUnique();
        Assert.Equal((0, 0), (again.Claimed, again.Released));
    }

    [Fact]
    public async Task Items_that_were_loaded_without_markers_claim_their_values()
    {
        foreach (var id in Enumerable.Range(1, 40))
        {
            await PutAsync(new Member(id, $"{id}@b") { Nick = id % 2 == 0 ? $"n{id}" : null });
        }

        var repair = await Members.RepairUnique(segments: 3);

        Assert.Equal((60, 0), (repair.Claimed, repair.Released));
        Assert.Equal(60, (await MarkersAsync()).Count);
        await Assert.ThrowsAsync<UniqueConstraintException>(() => Members.Create(new Member(99, "7@b")).AsTask());
    }

    [Fact]
    public async Task Values_that_two_items_have_are_reported_and_left_alone()
    {
        await Members.Create(new Member(1, "same@b"));
        await PutAsync(new Member(2, "same@b"));

        var repair = await Members.RepairUnique();

        var duplicate = Assert.Single(repair.Duplicates);
        Assert.Equal(("EMAIL#{Email}", "EMAIL#same@b", Member.Keys.Primary.PartitionKey(2), "MEMBER"),
            (duplicate.Constraint, duplicate.Marker, duplicate.PartitionKey, duplicate.SortKey));
        Assert.Equal(Member.Keys.Primary.PartitionKey(1), Assert.Single(await MarkersAsync()).Value);
    }

    [Fact]
    public async Task The_markers_of_another_entity_are_left_alone()
    {
        await Guests.Create(new Guest(1, "123"));
        await Members.Create(new Member(1, "a@b"));
        await Client.DeleteItemAsync(TableName, Key(1), TestContext.Current.CancellationToken);

        Assert.Equal(0, (await Guests.RepairUnique()).Released);
        Assert.Equal(1, (await Members.RepairUnique()).Released);
        Assert.Equal(["PHONE#123"], (await MarkersAsync()).Keys);
    }

    [Fact]
    public async Task A_write_beside_the_repair_is_not_undone()
    {
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            var member = await Members.Create(new Member(1, "0@b"));
            for (var i = 1; !stop.IsCancellationRequested; i++)
            {
                try
                {
                    member = await Members.Replace(member with { Email = $"{i % 3}@b" }, member);
                }
                catch (ConflictException)
                {
                    // The repair reads and checks the same items.
                }
            }
        });
        for (var i = 0; i < 20; i++)
        {
            try
            {
                Assert.Empty((await Members.RepairUnique()).Duplicates);
            }
            catch (ConflictException)
            {
                // The writer was first.
            }
        }

        await stop.CancelAsync();
        await writer;
        var last = await Members.Get(1);
        Assert.Equal(["EMAIL#" + last!.Email], (await MarkersAsync()).Keys);
    }

    private static Dictionary<string, AttributeValue> Key(int id) => new() { ["pk"] = new(Member.Keys.Primary.PartitionKey(id)), ["sk"] = new("MEMBER") };

    private Task PutAsync(Member member) => Client.PutItemAsync(TableName, Member.ToItem(member), TestContext.Current.CancellationToken);
}
