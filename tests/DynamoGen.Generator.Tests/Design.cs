using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Filters;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Patches;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Streams;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Wrappers;
using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Tests;

/// <summary>
/// Judges declarations as a whole: each is either written without a complaint of the compiler, or refused with a problem at the right place. Silence
/// is neither.
/// </summary>
internal static class Design
{
    private static readonly string[] Kinds =
    [
        DeclarationAttributes.Table, DeclarationAttributes.Entity, DeclarationAttributes.Projection, DeclarationAttributes.Repository,
        DeclarationAttributes.StreamHandler, DeclarationAttributes.Migration, DeclarationAttributes.Patch, DeclarationAttributes.Fields,
        DeclarationAttributes.Wrapper,
    ];

    /// <summary>
    /// Every declaration of the source, which stands beside the table of <see cref="Shop"/>, is written, and the compiler has nothing to say.
    /// </summary>
    public static GeneratorRun Compiles(string source) => Compiles(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + source));

    public static GeneratorRun Compiles(GeneratorRun run)
    {
        Assert.Empty(Problems(run).Select(problem => $"{problem.Rule}: {string.Join(", ", problem.Arguments)}"));
        Assert.Empty(run.Complaints());
        Assert.Equal(Declarations(run), run.Generated.Count);
        Assert.DoesNotContain(run.Generated.Values, IsSkeleton);
        return run;
    }

    /// <summary>What the compiler says beside that a declaration is refused.</summary>
    public static IEnumerable<Diagnostic> Unexpected(GeneratorRun run) => run.Complaints().Where(complaint => !IsRefusal(complaint));

    /// <summary>Whether the compiler says that a declaration is refused, as it does where no analyzer runs.</summary>
    public static bool IsRefusal(Diagnostic complaint) =>
        complaint.Id == "CS0619" && complaint.GetMessage(null).Contains("is refused; the rules of DynamoGen say why", StringComparison.Ordinal);

    /// <summary>Whether a file holds only what other code names of a declaration that is refused.</summary>
    public static bool IsSkeleton(string text) => text.Contains("// The declaration is refused", StringComparison.Ordinal);

    /// <summary>The source is refused by a rule, once, at a text.</summary>
    public static void IsRefused(DeclarationRule rule, string at, string source) =>
        IsRefused(rule, at, GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + source));

    public static void IsRefused(DeclarationRule rule, string at, GeneratorRun run)
    {
        Assert.Empty(Unexpected(run));
        var problem = Assert.Single(Problems(run));
        Assert.Equal(rule, problem.Rule);
        Assert.Equal(at, problem.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(problem.Location.SourceSpan));
        Assert.True(run.Generated.Count(file => !IsSkeleton(file.Value)) < Declarations(run));
    }

    /// <summary>What the parser says of each declaration.</summary>
    public static IReadOnlyList<DeclarationProblem> Problems(GeneratorRun run)
    {
        var problems = new DeclarationProblems();
        foreach (var type in Declared(run))
        {
            _ = type.Has(DeclarationAttributes.Table) ? TableParser.Parse(type, problems) : null;
            _ = type.Has(DeclarationAttributes.Entity) ? EntityParser.Parse(type, problems) : null;
            _ = type.Has(DeclarationAttributes.Projection) ? ProjectionParser.Parse(type, problems) : null;
            _ = type.Has(DeclarationAttributes.Patch) ? PatchParser.Parse(type, problems) : null;
            _ = type.Has(DeclarationAttributes.Fields) ? FieldsParser.Parse(type, problems) : null;
            _ = type.Has(DeclarationAttributes.Wrapper) ? WrapperParser.Parse(type, problems) : null;
            _ = type.Has(DeclarationAttributes.Repository) ? RepositoryParser.Parse(type, problems) : null;
            _ = type.Has(DeclarationAttributes.StreamHandler) ? StreamHandlerParser.Parse(type, problems) : null;
            _ = type.Has(DeclarationAttributes.Migration) ? MigrationParser.Parse(type, problems) : null;
        }

        return problems.All;
    }

    private static int Declarations(GeneratorRun run) => Declared(run).Sum(type => Kinds.Count(type.Has));

    private static IEnumerable<INamedTypeSymbol> Declared(GeneratorRun run) =>
        run.Compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(type => Kinds.Any(type.Has));
}
