using DynamoGen.Migrations.Verification;

namespace DynamoGen.Migrations.Tests.Verification;

public sealed class VerificationOptionsTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData((1 << 20) + 1, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1_000_001, 1)]
    [InlineData(1, 1, 0)]
    public void Numbers_that_mean_nothing_are_refused(int buckets, int segments, int concurrency) => Assert.Throws<ArgumentException>(
        () => new VerificationOptions { Buckets = buckets, Segments = segments, Concurrency = concurrency }.Validate());

    [Fact]
    public void The_defaults_and_the_bounds_are_taken()
    {
        new VerificationOptions().Validate();
        new VerificationOptions { Buckets = 1 << 20, Segments = 1_000_000, Concurrency = 1 }.Validate();
    }
}
