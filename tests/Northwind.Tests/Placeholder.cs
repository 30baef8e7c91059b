namespace Northwind.Tests;

public sealed class Placeholder
{
    [Fact]
    public void Compiles() => Assert.NotNull(typeof(Placeholder));
}
