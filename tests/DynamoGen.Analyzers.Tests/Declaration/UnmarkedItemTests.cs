using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

/// <summary>DG1041: where items need not carry the name of their entity, what their keys begin with must tell it.</summary>
public sealed class UnmarkedItemTests
{
    [Theory]
    [InlineData("\"A#{Text}\", \"B\"", "\"A#{Text}\", \"BC#{Text}\"", "Second")]
    [InlineData("\"A#{Text}\", \"{Number}\"", "\"A#{Text}\", \"PROFILE\"", "Second")]
    [InlineData("\"{Text}\", \"B#{Number}\"", "\"{Number}\", \"{Text}\"", "First, Second")]
    [InlineData("\"{Text}#A\", \"B\"", "\"{Text}#C\", \"B\"", "First, Second")]
    [InlineData("\"A#{Text}\", \"1#{Text}\"", "\"A#{Text}\", \"{Number:D1}#x\"", "First, Second")]
    [InlineData("\"A#{Text}\", \"{Text}\"", "\"AB#{Text}\", \"C\"", "")]
    [InlineData("\"{Text}\", \"B\"", "\"{Text}\", \"C\"", "")]
    [InlineData("\"A#{Text}\", \"PROFILE\"", "\"A#{Text}\", \"ORDER#{Number}\"", "")]
    [InlineData("\"A#{Text}\", \"x#{Text}\"", "\"B#{Text}\", \"{Text}\"", "")]
    public async Task An_item_that_begins_as_those_of_another_entity_is_reported(string first, string second, string reported)
    {
        foreach (var marks in new[] { "Optional", "None" })
        {
            Assert.Equal(reported, await Reported(marks, first, second));
        }
    }

    [Fact]
    public async Task Items_that_carry_their_marks_may_begin_alike() =>
        Assert.Empty(await Reported("Required", "\"A#{Text}\", \"{Number}\"", "\"A#{Text}\", \"PROFILE\""));

    [Theory]
    [InlineData("Optional")]
    [InlineData("None")]
    public Task One_entity_alone_may_begin_with_a_value(string marks) => RuleTest<SharedKeyAnalyzer>.Reports(DeclarationSource.Alone($$"""
        [Table("shop", SortKey = null, Marks = ItemMarks.{{marks}})] public sealed partial class Shop;
        [Entity<Shop>] [Key("{Id}")] public sealed partial record Order(string Id);
        [Entity<Shop>(Name = "Order")] [Key("{Id}")] public sealed partial record OlderOrder(string Id);
        """));

    [Theory]
    [InlineData("None", "\"{Id}\", \"{Number}\"", "{|DG1041:Order|}")]
    [InlineData("None", "\"ORDER#{Id}\", \"{Number}\"", "Order")]
    [InlineData("Optional", "\"{Id}\", \"{Number}\"", "Order")]
    public Task The_marker_of_a_unique_value_is_no_item_where_no_mark_is_looked_at(string marks, string keys, string name) =>
        RuleTest<SharedKeyAnalyzer>.Reports(DeclarationSource.Alone($$"""
            [Table("shop", Marks = ItemMarks.{{marks}})] public sealed partial class Shop;
            [Entity<Shop>] [Key({{keys}})] [Unique("MAIL#{Mail}")] public sealed partial record {{name}}(int Id, int Number, string Mail);
            """));

    [Fact]
    public async Task The_message_names_both_and_what_the_keys_begin_with()
    {
        var found = await Found("Optional", "\"A#{Text}\", \"{Number}\"", "\"A#{Text}\", \"PROFILE\"");

        Assert.Equal(
            "an item of 'Second' without a mark can be taken for one of 'First', whose keys begin with \"A#\" in 'pk'; "
                + "give the keys of 'First' a text at their beginning that no other keys have, or let all items of 'Shop' carry marks",
            Assert.Single(found).GetMessage());
    }

    private static async Task<string> Reported(string marks, string first, string second) => string.Join(
        ", ", (await Found(marks, first, second)).Select(diagnostic => diagnostic.GetMessage().Split('\'')[1]).Order());

    private static async Task<Microsoft.CodeAnalysis.Diagnostic[]> Found(string marks, string first, string second)
    {
        var all = await Diagnosis.Of<SharedKeyAnalyzer>(DeclarationSource.Alone($$"""
            [Table("shop", Marks = ItemMarks.{{marks}})] public sealed partial class Shop;
            [Entity<Shop>] [Key({{first}})] public sealed partial record First(string Text, int Number);
            [Entity<Shop>] [Key({{second}})] public sealed partial record Second(string Text, int Number);
            """));
        return [.. all.Where(diagnostic => diagnostic.Id == "DG1041")];
    }
}
