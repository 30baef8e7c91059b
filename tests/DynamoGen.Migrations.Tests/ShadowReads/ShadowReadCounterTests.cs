using DynamoGen.Migrations.ShadowReads;

namespace DynamoGen.Migrations.Tests.ShadowReads;

public sealed class ShadowReadCounterTests
{
    private readonly ShadowReadCounter _counter = new("OrderMigration", "p");

    [Fact]
    public void A_report_has_all_that_was_counted_and_is_made_when_there_is_something_new()
    {
        Assert.Null(_counter.TakeReport());
        _counter.Count(7, "Get", isSame: true, example: null);
        _counter.Count(7, "Get", isSame: false, "0a");
        _counter.Count(7, "Get", isSame: false, "0a");
        _counter.Count(7, "List", isSame: false, example: null);

        var report = _counter.TakeReport()!;
        Assert.Equal(("OrderMigration", 7, "p"), (report.Migration, report.StateVersion, report.Process));
        Assert.Equal([("Get", 3, 2), ("List", 1, 1)], report.Counts.Select(count => (count.AccessPattern, count.Compared, count.Mismatched)));
        Assert.Equal(["0a"], report.Counts[0].Examples);
        Assert.Null(_counter.TakeReport());

        _counter.Retry();
        Assert.Equal(report.Counts, _counter.TakeReport()!.Counts);
    }

    [Fact]
    public void Whoever_comes_back_to_the_phase_counts_anew_and_late_reads_of_before_do_not_count()
    {
        _counter.Count(7, "Get", isSame: false, example: null);
        _counter.Count(9, "Get", isSame: true, example: null);
        _counter.Count(7, "Get", isSame: false, example: null);
        Assert.Equal([new ShadowReadCount("Get", 1, 0)], _counter.TakeReport()!.Counts);
    }

    [Fact]
    public void Examples_are_few()
    {
        for (var i = 0; i < 50; i++)
        {
            _counter.Count(1, "Get", isSame: false, $"{i}");
        }

        Assert.Equal(ShadowReadCount.MostExamples, Assert.Single(_counter.TakeReport()!.Counts).Examples.Count);
    }
}
