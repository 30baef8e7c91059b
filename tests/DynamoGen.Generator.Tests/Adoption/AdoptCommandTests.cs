using DynamoGen.Cli.Adoption;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Generator.Tests.Adoption;

public sealed class AdoptCommandTests(LocalServer server)
{
    [Fact]
    public async Task The_file_is_written_where_it_is_named_and_no_more_is_read_than_was_said()
    {
        using var table = await (await ForeignTable.CreateAsync(server, "id S")).PutAsync(
            Enumerable.Range(100, 50).Select(number => $$"""{"id":"i{{number}}","size":{{number}}}"""));
        var file = Path.Combine(Directory.CreateTempSubdirectory("dynamogen-adopt-").FullName, "Adopted.cs");

        var text = await table.AdoptAsync("--items", "7", "--segments", "3", "--out", file);

        Assert.Empty(text);
        var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.Contains("namespace Adopted;", written, StringComparison.Ordinal);
        Assert.Contains($"from a sample of 7 items of the table '{table.Name}'.", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_a_failure_with_the_server_s_word()
    {
        using var error = new StringWriter();

        var code = await AdoptCommand.RunAsync(["table", "nowhere", "--endpoint", server.Endpoint], TextWriter.Null, error);

        Assert.Equal(1, code);
        Assert.StartsWith("ResourceNotFoundException: ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("table", "a", "--items", "0")]
    [InlineData("table", "a", "--segments", "1000")]
    [InlineData("table", "a", "--endpoint", "nonsense")]
    [InlineData("chair")]
    public async Task Wrong_arguments_have_a_code_of_their_own(params string[] arguments)
    {
        using var error = new StringWriter();

        Assert.Equal(2, await AdoptCommand.RunAsync(arguments, TextWriter.Null, error));
        Assert.NotEmpty(error.ToString());
    }
}
