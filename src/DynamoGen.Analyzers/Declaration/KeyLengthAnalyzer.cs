using System.Text;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1005: a key of an entity that is longer than DynamoDB allows, or may be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyLengthAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.KeyLength,
        title: "Key over its length",
        messageFormat: "The {0} {1} {2} bytes of the {3} that DynamoDB allows, beyond which it rejects each write of the item; {4}",
        RuleCategories.Declaration,
        DiagnosticSeverity.Error,
        description: "A partition key has at most 2,048 bytes and a sort key 1,024, in the table and in its indexes.");

    private const int MostPartitionBytes = 2048;
    private const int MostSortBytes = 1024;

    /// <summary>Creates the analyzer.</summary>
    public KeyLengthAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Has(DeclarationAttributes.Entity))
        {
            return;
        }

        foreach (var key in type.Attributes(DeclarationAttributes.Key)
            .Select(attribute => KeyDeclaration.TryRead(attribute, context.CancellationToken)).OfType<KeyDeclaration>())
        {
            Check("partition key", key.PartitionKey, MostPartitionBytes, key.Location);
            Check("sort key", key.SortKey, MostSortBytes, key.SortLocation ?? key.Location);
        }

        void Check(string name, KeyTemplate? template, int most, Location place)
        {
            if (template is { Error: null } && ProblemOf(template, type, most) is var (severity, verb, bytes, remedy))
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(Rule, place, severity, additionalLocations: null, properties: null, name, verb, bytes, most, remedy));
            }
        }
    }

    private static (DiagnosticSeverity Severity, string Verb, int Bytes, string Remedy)? ProblemOf(KeyTemplate template, INamedTypeSymbol type, int most)
    {
        var literal = template.Segments.Sum(segment => Encoding.UTF8.GetByteCount(segment.Literal ?? string.Empty));
        if (literal > most)
        {
            return (DiagnosticSeverity.Error, "has at least", literal, "shorten its literal text");
        }

        // Most letters are a byte each; where others are meant, the declared length allows even more.
        var declared = template.Segments.Where(segment => segment.Property is not null).Sum(segment => LengthOf(segment.Property!.TrimStart('@'), type));
        return declared > 0 && literal + declared > most
            ? (DiagnosticSeverity.Info, "may have", (int)Math.Min(literal + declared, int.MaxValue), "declare a shorter [MaxLength], or use a hash of it")
            : null;
    }

    private static long LengthOf(string name, INamedTypeSymbol type) =>
        MappedClass.PropertiesOf(type).FirstOrDefault(property => property.Name == name) is { Type.SpecialType: SpecialType.System_String } property
            ? DeclaredLength.Of(property) ?? 0
            : 0;
}
