namespace DynamoGen.Streams.Elasticsearch.Tests;

public sealed class DocumentVersionTests
{
    private static readonly DateTimeOffset Created = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_later_life_has_greater_versions_than_the_deletion_of_an_earlier_one() => Assert.True(
        DocumentVersion.Of(Created.AddMicroseconds(1), 1).Value > DocumentVersion.Of(Created, 1_000).Next().Value);

    [Fact]
    public void Each_write_of_a_life_has_a_greater_one_however_many_there_are() => Assert.Equal(
        DocumentVersion.Of(Created, 1_000_000).Next(), DocumentVersion.Of(Created, 1_000_001));

    [Fact]
    public void Times_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DocumentVersion.Of(DateTimeOffset.UnixEpoch.AddSeconds(-1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DocumentVersion.Of(DateTimeOffset.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DocumentVersion.Of(Created, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DocumentVersion.OfOnlyLife(-1));
    }
}
