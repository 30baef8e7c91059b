using DynamoGen.Analyzers.Schema;
using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>
/// The lock of entities that were drawn at random: it comes back as it was written, and the declarations that it was made of are in it just as they are.
/// </summary>
public sealed class RandomLockTests
{
    private const int Drawn = 20;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task What_is_locked_is_what_was_declared(int seed)
    {
        var model = new RandomModel(seed, Drawn);
        var compilation = GeneratorRun.Compile(Shop.Table, model.Source);
        var text = LockWriter.Write(LockUpdate.Of(new StoredSchema(), compilation));
        var locked = LockReader.Read(text);

        Assert.Equal(Drawn, Assert.Single(locked.Tables).Value.Entities.Count);
        Assert.Equal(text, LockWriter.Write(locked));
        var reports = await compilation.WithAnalyzers([new SchemaLockAnalyzer()], new AnalyzerOptions([new LockText(text)])).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(reports.Select(report => report.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private sealed class LockText(string text) : AdditionalText
    {
        public override string Path => "/shop/dynamogen.lock.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
