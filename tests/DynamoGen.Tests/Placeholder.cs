namespace DynamoGen.Tests;

public sealed class Placeholder
{
    [Fact]
    public void Compiles() => Assert.NotNull(typeof(Placeholder));
}
