using DynamoGen.Regions.Lineage;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Streams.Tests.Conflicts;

/// <summary>The marks of writes.</summary>
public sealed class LineageMarkTests
{
    public static TheoryData<string, string> Regions { get; } = new()
    {
        { "us-east-1", "use1" }, { "us-west-2", "usw2" }, { "eu-central-1", "euc1" }, { "eu-north-1", "eun1" }, { "eu-south-2", "eus2" },
        { "ap-northeast-3", "apne3" }, { "ap-southeast-1", "apse1" }, { "ca-west-1", "caw1" }, { "sa-east-1", "sae1" }, { "il-central-1", "ilc1" },
        { "us-gov-west-1", "us-gov-west-1" }, { "cn-northwest-1", "cnnw1" }, { "local", "local" }, { "us-east", "us-east" }, { "us-east-1a", "us-east-1a" },
        { "a", "a" }, { "usx1", "usx1" }, { "use", "use" }, { "eusc-de-east-1", "eusc-de-east-1" },
    };

    [Theory]
    [MemberData(nameof(Regions))]
    public void A_mark_has_the_regions_short_name(string region, string code)
    {
        var text = LineageMark.New(region, DateTimeOffset.UnixEpoch);

        Assert.Equal(code, text[..text.LastIndexOf('.')]);
        Assert.True(LineageMark.TryParse(text, out var mark));
        Assert.Equal((region, text), (mark.Region, mark.ToString()));
        Assert.True(mark.IsOf(region));
        Assert.False(mark.IsOf(region + "2"));
    }

    [Fact]
    public void A_mark_takes_16_bytes_for_most_regions() => Assert.Equal(16, LineageMark.New("eu-west-1", DateTimeOffset.UtcNow).Length);

    [Fact]
    public void A_mark_knows_its_time_to_the_millisecond() =>
        Prop.ForAll(ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<ushort>(), (seconds, milliseconds) =>
        {
            var time = DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddMilliseconds(milliseconds);
            Assert.True(LineageMark.TryParse(LineageMark.New("eu-west-1", time), out var mark));
            Assert.Equal(time, mark.Time);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_thousand_marks_of_one_moment_differ()
    {
        var marks = Enumerable.Range(0, 1_000).Select(_ => LineageMark.New("eu-west-1", DateTimeOffset.UnixEpoch)).Distinct().Count();

        // 1,000 of 4,194,304: some 0.1 pairs are alike.
        Assert.InRange(marks, 990, 1_000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("euw1")]
    [InlineData("euw1.")]
    [InlineData("euw1.AAAAAAAAAA")]
    [InlineData(".AAAAAAAAAAA")]
    [InlineData("euw1-AAAAAAAAAAA")]
    [InlineData("euw1.AAAAA AAAAA")]
    [InlineData("euw1.AAAA+AAAAAA")]
    public void What_is_no_mark_is_not_read_as_one(string? text) => Assert.False(LineageMark.TryParse(text, out _));

    [Fact]
    public void No_text_breaks_the_reading() => Prop.ForAll<string?>(text =>
    {
        if (LineageMark.TryParse(text, out var mark))
        {
            Assert.Equal(text, mark.ToString());
            Assert.NotEmpty(mark.Region);
        }
    }).QuickCheckThrowOnFailure();
}
