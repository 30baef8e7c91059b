using DynamoGen.Analyzers.Proposals;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Analyzers.Tests.Proposals;

/// <summary>How access patterns are divided among keys: the fewest of all divisions, and beyond twelve the first key where each fits.</summary>
public sealed class KeyGroupsTests
{
    private static readonly INamedTypeSymbol Item = CSharpCompilation.Create(
        "Groups", [CSharpSyntaxTree.ParseText($"record Item({string.Join(", ", Enumerable.Range('A', 20).Select(letter => $"int {(char)letter}"))});")], References.All)
        .GetTypeByMetadataName("Item")!;

    [Theory]
    [InlineData("A,AB,AC", 2)]
    [InlineData("A,AB,ABC", 1)]
    [InlineData("A>B,AB", 1)]
    [InlineData("A>B,AC", 2)]
    [InlineData("A>B,A>C", 2)]
    [InlineData("AB,AC,BC", 3)]
    [InlineData("AB>C,A>B,ABC>D", 1)]
    [InlineData("B,AB,A,AC", 2)]
    [InlineData("A,B,C,D,E,F,G,H,I,J,K,L", 12)]
    public void Few_patterns_get_the_fewest_keys(string patterns, int keys) => Assert.Equal(keys, KeyGroups.Of(Patterns(patterns))!.Count);

    [Fact]
    public void More_patterns_than_are_tried_get_keys_that_answer_each()
    {
        var patterns = Patterns("A,B,C,D,E,F,G,H,I,J,K,L,M,AB,ABC,B>C");

        var groups = KeyGroups.Of(patterns)!;

        Assert.Equal(13, groups.Count);
        Assert.Equal(patterns.Length, groups.Sum(group => group.Count));
        Assert.All(groups, group => Assert.NotNull(KeyChain.Of([.. group])));
    }

    [Fact]
    public void A_key_of_a_group_answers_all_of_it() => Assert.All(KeyGroups.Of(Patterns("A>B,ABC,AB>C,D,DE>F,DEF"))!, group =>
    {
        var key = KeyChain.Of([.. group])!;
        string[] partition = [.. key.Partition.Select(value => value.Property.Name)];
        string[] sort = [.. key.Sort.Select(value => value.Property.Name)];
        Assert.All(group, pattern => Assert.True(pattern.IsAnsweredBy(partition, sort)));
    });

    /// <summary>Patterns such as <c>AB>C</c>: A and B are given, and C is bounded.</summary>
    private static AskedPattern[] Patterns(string patterns) => [.. patterns.Split(',').Select(pattern =>
    {
        var (given, next) = (pattern.Split('>')[0], pattern.Split('>').ElementAtOrDefault(1));
        return new AskedPattern(Item.InstanceConstructors[0], [.. given.Select(Value)], next is null ? null : Value(next[0]), IsWhole: false);
    })];

    private static AskedValue Value(char letter) => new(Item.GetMembers(letter.ToString()).OfType<IPropertySymbol>().Single());
}
