using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

/// <summary>The analyzers see what the generator added, which must not change what they say of the declaration.</summary>
public sealed class GeneratedMembersTests
{
    [Theory]
    [InlineData("IAsyncEnumerable<Order> GetMany(IEnumerable<Order.PrimaryKey> keys);")]
    [InlineData("ValueTask DeleteMany(IEnumerable<Order.PrimaryKey> keys);")]
    [InlineData("IAsyncEnumerable<Order.PrimaryKey> OfCustomer(string customerId);")]
    public async Task A_generated_primary_key_keeps_its_name(string pattern) =>
        Assert.Empty(await Diagnosis.Of<DeclarationAnalyzer>(DeclarationSource.WithPatterns(pattern)));

    [Theory]
    [InlineData("IAsyncEnumerable<Thing> GetMany(IEnumerable<Thing.ItemKey> keys);", 0)]
    [InlineData("IAsyncEnumerable<Thing> GetMany(IEnumerable<Thing.PrimaryKey> keys);", 1)]
    public async Task A_member_of_ones_own_takes_the_name_away(string pattern, int reported)
    {
        var source = DeclarationSource.WithMembers("public readonly record struct PrimaryKey(int Other);") + $$"""

            [Repository<Thing>]
            public partial interface IThings
            {
                {{pattern}}
            }
            """;

        Assert.Equal(reported, (await Diagnosis.Of<DeclarationAnalyzer>(source)).Count);
    }
}
