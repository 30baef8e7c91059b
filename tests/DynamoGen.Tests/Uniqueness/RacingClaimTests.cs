using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Uniqueness;

/// <summary>Writers who want the same values at the same time.</summary>
public sealed class RacingClaimTests(LocalServer server) : ClubTest(server)
{
    private const int Writers = 16;

    [Fact]
    public async Task Of_sixteen_racing_changes_exactly_one_gets_the_value()
    {
        var members = await Task.WhenAll(Enumerable.Range(0, Writers).Select(id => Members.Create(new Member(id, $"{id}@b")).AsTask()));

        var outcomes = await Task.WhenAll(
            members.Select(member => Task.Run(() => TryAsync(() => Members.Replace(member with { Email = "wanted@b" }, member).AsTask()))));

        Assert.Single(outcomes, won => won);
        await AssertConsistentAsync();
        Assert.Single(await Members.All().ToListAsync(TestContext.Current.CancellationToken), member => member.Email == "wanted@b");
    }

    [Fact]
    public async Task Of_sixteen_racing_changes_of_one_item_each_winner_knew_the_state_before()
    {
        var member = await Members.Create(new Member(1, "start@b"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers)
            .Select(i => Task.Run(() => TryAsync(() => Members.Replace(member with { Email = $"{i}@b" }, member).AsTask()))));

        Assert.Single(outcomes, won => won);
        Assert.Single(await MarkersAsync());
        await AssertConsistentAsync();
    }

    [Fact]
    public async Task A_storm_of_creates_changes_and_deletes_over_few_values_leaves_no_orphan()
    {
        var written = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(writer);
            for (var round = 0; round < 25; round++)
            {
                if (await TryAsync(() => WriteAsync(random)))
                {
                    Interlocked.Increment(ref written);
                }
            }
        })));

        Assert.InRange(written, 50, Writers * 25);
        await AssertConsistentAsync();
    }

    private async Task WriteAsync(Random random)
    {
        var id = random.Next(6);
        var (email, nick) = ($"{random.Next(8)}@b", random.Next(3) == 0 ? null : $"n{random.Next(8)}");
        var stored = await Members.Get(id);
        switch (stored, random.Next(4))
        {
            case (null, _):
                await Members.Create(new Member(id, email) { Nick = nick });
                break;
            case ({ } member, 0):
                await Members.Delete(member);
                break;
            case ({ } member, 1):
                await Members.UpdateEmail(id, email, member.Email);
                break;
            case ({ } member, _):
                await Members.Replace(member with { Email = email, Nick = nick }, member);
                break;
        }
    }

    /// <summary>False where another writer was first; a conflict is tried again.</summary>
    private static async Task<bool> TryAsync(Func<Task> write)
    {
        while (true)
        {
            try
            {
                await write();
                return true;
            }
            catch (ConflictException)
            {
                await Task.Delay(Random.Shared.Next(20), TestContext.Current.CancellationToken);
            }
            catch (Exception exception) when (exception is UniqueConstraintException or ConditionFailedException)
            {
                return false;
            }
        }
    }

    /// <summary>Each item has the markers of its values, there are no others, and the repair agrees.</summary>
    private async Task AssertConsistentAsync()
    {
        var expected = new Dictionary<string, string>();
        await foreach (var member in Members.All())
        {
            foreach (var value in Member.UniqueValues(member).Where(value => value.PartitionKey is not null))
            {
                expected.Add(value.PartitionKey!, Member.Keys.Primary.PartitionKey(member.Id));
            }
        }

        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), (await MarkersAsync()).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        var repair = await Members.RepairUnique(segments: 2);
        Assert.Equal((0, 0), (repair.Claimed, repair.Released));
        Assert.Empty(repair.Duplicates);
    }
}
