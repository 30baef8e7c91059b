namespace DynamoGen.Generator.Tests.Adoption;

public sealed class AdoptClassCommandTests
{
    private const string Customer = "namespace Shop; public class Customer : Stored { public Kind Kind { get; set; } }";
    private const string Stored = "namespace Shop.Common; public class Stored { [DynamoDBHashKey] public string Id { get; set; } } public enum Kind { One }";

    [Fact]
    public async Task Of_a_folder_all_files_are_read_but_what_a_build_made()
    {
        using var classes = new ForeignClasses(
            ("Customer.cs", Customer), ("common/Stored.cs", Stored), ("obj/Made.cs", Customer), ("common/bin/Made.cs", "no C#"));
        var file = classes.PathOf("Adopted.cs");

        var (code, output, error) = await ForeignClasses.RunAsync(classes.Folder, "--out", file);

        Assert.Equal((0, "", "Read 1 class of 2 files.\n"), (code, output, error.ReplaceLineEndings("\n")));
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("namespace Shop.Adopted;", text, StringComparison.Ordinal);
        Assert.Contains("[Table(\"Customer\", PartitionKey = \"Id\", SortKey = null, Marks = ItemMarks.None)]", text, StringComparison.Ordinal);
        Assert.Contains("[EnumAsNumber]\n    public Kind Kind", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_file_declares_is_asked_for()
    {
        using var classes = new ForeignClasses(("Customer.cs", Customer));

        var (code, output, error) = await ForeignClasses.RunAsync(classes.PathOf("Customer.cs"));

        Assert.Equal((1, "", "No class of Customer.cs has a [DynamoDBHashKey].\n"), (code, output, error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task A_mapped_class_without_a_key_is_a_failure_that_says_what_is_missing()
    {
        using var classes = new ForeignClasses(("Customer.cs", "[DynamoDBTable(\"customers\")] " + Customer["namespace Shop; ".Length..]));

        var (code, output, error) = await ForeignClasses.RunAsync(classes.PathOf("Customer.cs"));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("its base class 'Stored' is in no file that was read; read that too", error, StringComparison.Ordinal);
        Assert.Contains("'Customer' has no [DynamoDBHashKey], so that nothing is written of it", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_CSharp_and_what_is_not_there_is_a_failure()
    {
        using var classes = new ForeignClasses(("Broken.cs", "public class Broken {"));

        var broken = await ForeignClasses.RunAsync(classes.PathOf("Broken.cs"));
        var missing = await ForeignClasses.RunAsync(classes.PathOf("Missing.cs"));

        Assert.Equal((1, ""), (broken.Code, broken.Output));
        Assert.Contains("Broken.cs(5,", broken.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (missing.Code, missing.Output));
        Assert.Contains("Missing.cs' is no file and no folder.", missing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("a.cs", "--conversion", "V3")]
    public async Task Wrong_arguments_have_a_code_of_their_own(params string[] arguments) =>
        Assert.Equal(2, (await ForeignClasses.RunAsync(arguments)).Code);
}
