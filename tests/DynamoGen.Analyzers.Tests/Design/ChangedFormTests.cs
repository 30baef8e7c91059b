using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Design;

public sealed class ChangedFormTests
{
    private const string Rename = "private static string? Up(string? name) => name;";
    private const string Change = "private static string? Up(string? name) => name?.Trim();";

    [Theory]
    [InlineData("[Filter(\"Title = {title}\")] IAsyncEnumerable<Book> {|DG1013:Titled|}(string shelf, string title);")]
    [InlineData("[Filter(\"PageCount > 1 AND NOT begins_with(Title, {title})\")] ValueTask<Page<Book>> {|DG1013:Titled|}(string shelf, string title, int limit, string? cursor);")]
    [InlineData("[Condition(\"Title = {title}\")] ValueTask<bool> {|DG1013:Delete|}(string shelf, string id, string title);")]
    [InlineData("[Condition(\"attribute_exists(Title)\")] WriteAction {|DG1013:Check|}(string shelf, string id);")]
    [InlineData("[Condition(\"attribute_exists(Title)\")] ValueTask {|DG1013:Put|}(Book book);")]
    public Task Test_of_what_older_items_store_otherwise_is_reported(string pattern) => Reports("", Change, pattern);

    [Theory]
    [InlineData("[Update(\"SET PageCount = 1\"), Condition(\"Title = {title}\")] ValueTask Update(string shelf, string id, string title);")]
    [InlineData("[Filter(\"PageCount > 1\")] IAsyncEnumerable<Book> Long(string shelf);")]
    [InlineData("IAsyncEnumerable<Book> Of(string shelf); ValueTask Replace(Book book);")]
    public Task Test_of_something_else_or_after_the_item_is_up_to_date_is_left_alone(string pattern) => Reports("", Change, pattern);

    [Theory]
    [InlineData(Rename)]
    [InlineData("private static string? Up(string? name) { return (name); }")]
    [InlineData("private static string? Up(string? name) => (string?)name!;")]
    [InlineData("private static string? Up(Text name) => name.Value;")]
    public Task Name_that_alone_has_changed_is_left_alone(string upcaster) => Reports(
        "[Key(\"gsi1\", \"TITLE#{Title}\", \"{Id}\"), Unique(\"TITLE#{Title}\")]", upcaster,
        "[Filter(\"Title = {title}\")] IAsyncEnumerable<Book> Titled(string shelf, string title); ValueTask Replace(Book book, Book before);");

    [Theory]
    [InlineData("private static string? Up(string? name) => name == \"none\" ? null : name;")]
    [InlineData("private static string? Up(int name) => name.ToString();")]
    [InlineData("private static string? Up(string? name) { name = name?.Trim(); return name; }")]
    [InlineData("private static string? Up(Text name) => name.Value.Trim();")]
    [InlineData("private static string? Up(System.Guid name) => new string(name.ToString());")]
    public Task Value_that_has_changed_is_reported_in_keys_too(string upcaster) => Reports(
        "[{|DG1013:Key(\"gsi1\", \"TITLE#{Title}\", \"{Id}\")|}, {|DG1013:Unique(\"TITLE#{Title}\")|}]", upcaster,
        "ValueTask {|DG1013:Replace|}(Book book, Book before);");

    [Fact]
    public Task Name_that_another_property_has_now_is_reported() => Reports(
        "", Rename, "[Filter(\"Title = {title}\")] IAsyncEnumerable<Book> {|DG1013:Titled|}(string shelf, string title);", "public string? Name { get; init; }");

    [Theory]
    [InlineData("[Upcast(1, nameof(Title))] private static string? Up(string? first, string? last) => first;", true)]
    [InlineData("private sealed record V1(string Shelf, string Id, string? Name); [Upcast(1)] private static Book Up(V1 stored) => new(stored.Shelf, stored.Id) { Title = stored.Name };", false)]
    [InlineData("private sealed record V1(string Shelf, string Id, string? Name); [Upcast(1)] private static Book Up(V1 stored) { return new Book(stored.Shelf, stored.Id) { Title = (stored.Name!) }; }", false)]
    [InlineData("private sealed record V1(string Shelf, string Id, Text? Name); [Upcast(1)] private static Book Up(V1 stored) => new(stored.Shelf, stored.Id) { Title = stored.Name.Value.Value };", false)]
    [InlineData("private sealed record V1(string Shelf, string Id, string? Name); [Upcast(1)] private static Book Up(V1 stored) => new(stored.Shelf, stored.Id) { Title = stored.Name?.Trim() };", true)]
    [InlineData("private sealed record V1(string Shelf, string Id, string? PageCount); [Upcast(1)] private static Book Up(V1 stored) => new(stored.Shelf, stored.Id) { Title = stored.PageCount };", true)]
    [InlineData("private sealed record V1(string Shelf, string Id, string? Name = \"x\"); [Upcast(1)] private static Book Up(V1 stored) => new(stored.Shelf, stored.Id) { Title = stored.Name };", true)]
    public Task Merged_and_whole_items_are_reported_unless_they_only_rename(string upcaster, bool isReported) => ReportsUpcaster(
        upcaster, $"[Filter(\"Title = {{title}}\")] IAsyncEnumerable<Book> {(isReported ? "{|DG1013:Titled|}" : "Titled")}(string shelf, string title);");

    private static Task ReportsUpcaster(string upcaster, string pattern) => RuleTest<ChangedFormAnalyzer>.Reports(ShopSource.WithTable($$"""
        readonly record struct Text(string Value);
        [Entity<Shop>(Version = 2), Key("SHELF#{Shelf}", "BOOK#{Id}")]
        sealed partial record Book(string Shelf, string Id)
        {
            public string? Title { get; init; }
            public int PageCount { get; init; }
            {{upcaster}}
        }
        [Repository<Book>]
        partial interface IBooks
        {
            {{pattern}}
        }
        """));

    private static Task Reports(string keys, string upcaster, string pattern, string members = "") => RuleTest<ChangedFormAnalyzer>.Reports(ShopSource.WithTable($$"""
        readonly record struct Text(string Value);
        [Entity<Shop>(Version = 2), Key("SHELF#{Shelf}", "BOOK#{Id}")] {{keys}}
        sealed partial record Book(string Shelf, string Id)
        {
            public string? Title { get; init; }
            public int PageCount { get; init; }
            {{members}}
            [Upcast(1, nameof(Title), StoredAs = "Name")] {{upcaster}}
        }
        [Repository<Book>]
        partial interface IBooks
        {
            {{pattern}}
        }
        """));
}
