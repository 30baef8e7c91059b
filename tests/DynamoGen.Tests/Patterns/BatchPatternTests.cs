using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>Batches as their methods take and return them: in order, of parts of items, from sequences that are waited for, with their progress told.</summary>
public sealed class BatchPatternTests(LocalServer server) : PatternTest(server)
{
    private readonly Told _told = new();

    private ICrates Crates => Get<ICrates>();

    [Fact]
    public async Task A_list_has_a_place_for_each_key_in_the_order_of_the_keys()
    {
        await Crates.PutMany(Numbered(250), _told);
        int[] numbers = [.. Enumerable.Range(0, 250).Reverse(), 999, 7, 7];

        var found = await Crates.GetManyInOrder(Keys(numbers));

        Assert.Equal(numbers.Select(number => number == 999 ? (int?)null : number), found.Select(crate => crate?.Number));
        Assert.Same(found[251], found[252]);
        Assert.Empty(await Crates.GetManyInOrder([]));
    }

    [Fact]
    public async Task A_part_of_each_item_is_read_alone_and_finds_its_place()
    {
        await Crates.PutMany(Numbered(120), _told);
        int[] numbers = [5, 500, 119, 0];

        Assert.Equal(["c5", null, "c119", "c0"], (await Crates.LabelsOf(Keys(numbers).ToAsyncEnumerable())).Select(part => part?.Label));
        Assert.Equal(["c5", null, "c119", "c0"], (await Crates.AllLabelsOf(Keys(numbers))).Select(part => part?.Label));
        Assert.Equal(["c0", "c119", "c5"], await Crates.GetManyLabels(Keys(numbers), _told).Select(part => part.Label).Order().ToArrayAsync());
    }

    [Fact]
    public async Task What_has_expired_is_missing_unless_it_is_included()
    {
        await Crates.PutMany([new("r", 1, "old", Now.AddHours(1)), new("r", 2, "new", Now.AddHours(3))], _told);
        Time.Now = Now.AddHours(2);

        Assert.Equal([null, "new"], (await Crates.GetManyInOrder(Keys([1, 2]))).Select(crate => crate?.Label));
        Assert.Equal(["old", "new"], (await Crates.GetManyAnyway([.. Keys([1, 2])])).Select(crate => crate?.Label));
        Assert.Equal([null, "new"], (await Crates.LabelsOf(Keys([1, 2]).ToAsyncEnumerable())).Select(part => part?.Label));
        Assert.Equal(["old", "new"], (await Crates.AllLabelsOf(Keys([1, 2]))).Select(part => part?.Label));
        Assert.Equal(["new"], await Crates.GetManyLabels(Keys([1, 2]), _told).Select(part => part.Label).ToArrayAsync());
        Assert.Equal((int[])[2], await Crates.GetMany(Keys([1, 2]).ToAsyncEnumerable()).Select(crate => crate.Number).ToArrayAsync());
    }

    [Fact]
    public async Task A_sequence_that_is_waited_for_is_put_read_and_deleted()
    {
        await Crates.PutManyOf(Slowly(Numbered(60)));
        Assert.Equal(60, await Crates.InRow("r").CountAsync());
        Assert.All(await Crates.InRow("r").ToListAsync(), crate => Assert.Equal(Now, crate.At));

        Assert.Equal(60, await Crates.GetMany(Slowly(Keys(Enumerable.Range(0, 70)))).CountAsync());

        await Crates.RemoveAsync(Slowly(Keys(Enumerable.Range(0, 58))), _told);
        Assert.Equal((int[])[58, 59], await Crates.InRow("r").Select(crate => crate.Number).ToArrayAsync());
        Assert.Equal([new(25, 25), new(50, 50), new(58, 58)], _told.Reports);
    }

    [Fact]
    public async Task A_sequence_that_fails_while_it_is_waited_for_says_how_far_the_batch_came()
    {
        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(async () => await Crates.PutManyOf(Failing()));

        Assert.IsType<InvalidDataException>(incomplete.InnerException);
        Assert.Equal((30, 5), (incomplete.Taken, incomplete.Entities<Crate>().Count));
        Assert.Equal(25, await Crates.InRow("r").CountAsync());

        static async IAsyncEnumerable<Crate> Failing()
        {
            foreach (var crate in Numbered(30))
            {
                await Task.Yield();
                yield return crate;
            }

            throw new InvalidDataException("The source has ended too early.");
        }
    }

    [Fact]
    public async Task A_token_ends_a_batch_whose_sequence_is_waited_for()
    {
        using var source = new CancellationTokenSource();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Crates.PutManyOf(Endless(source), source.Token));

        Assert.Equal(40, Assert.IsType<BatchIncompleteException>(cancelled.InnerException).Taken);
        Assert.Equal(25, await Crates.InRow("r").CountAsync());
    }

    [Fact]
    public async Task Progress_is_told_after_each_request()
    {
        await Crates.PutMany(Numbered(60).Append(new Crate("r", 59, "again")), _told);
        Assert.Equal([new(25, 25), new(50, 50), new(61, 60), new(61, 61)], _told.Reports);

        _told.Reports.Clear();
        await Crates.GetManyLabels(Keys([.. Enumerable.Range(0, 120), 3]), _told).CountAsync();
        Assert.Equal([new(100, 100), new(121, 121)], _told.Reports);
    }

    private static IEnumerable<Crate> Numbered(int count) => Enumerable.Range(0, count).Select(number => new Crate("r", number, $"c{number}"));

    private static IEnumerable<Crate.PrimaryKey> Keys(IEnumerable<int> numbers) => numbers.Select(number => new Crate.PrimaryKey("r", number));

    private static async IAsyncEnumerable<T> Slowly<T>(IEnumerable<T> values)
    {
        foreach (var value in values)
        {
            await Task.Yield();
            yield return value;
        }
    }

    private static async IAsyncEnumerable<Crate> Endless(CancellationTokenSource source)
    {
        for (var number = 0; ; number++)
        {
            await Task.Yield();
            if (number == 39)
            {
                await source.CancelAsync();
            }

            yield return new Crate("r", number, "endless");
        }
    }

    private sealed class Told : IProgress<BatchProgress>
    {
        public List<BatchProgress> Reports { get; } = [];

        public void Report(BatchProgress value) => Reports.Add(value);
    }
}
