using System.Text.RegularExpressions;

namespace DynamoGen.Generator.Tests;

public sealed partial class ReadmeTests
{
    [Fact]
    public void The_code_of_the_first_screen_compiles_as_it_stands()
    {
        var readme = File.ReadAllText(Repository.Folder("README.md"));
        var blocks = CSharpBlocks().Matches(readme).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(2, blocks.Length);

        var use = $$"""
            using Microsoft.Extensions.DependencyInjection;

            internal static class Use
            {
                public static async Task Run(IServiceCollection services, IOrders orders)
                {
                    {{blocks[1]}}
                }
            }
            """;
        var run = GeneratorRun.Of(blocks[0], use);

        Assert.Equal(["IOrders.g.cs", "Order.g.cs", "Shop.g.cs"], run.Generated.Keys.Order());
        Assert.Empty(run.Complaints());
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlocks();
}
