using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1009: a table with local secondary indexes, which bound what one partition key gathers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LocalIndexAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.LocalIndexLimit,
        title: "Local index limits the items of one key to 10 GB",
        messageFormat: "{0} limits all items of one partition key to 10 GB, beyond which writes fail, and keeps a hot partition from being split; "
            + "use a global index unless collections stay small",
        RuleCategories.Declaration,
        DiagnosticSeverity.Info,
        description: "The items of one partition key and their copies in local indexes stay in one partition. "
            + "Local indexes are made with the table and cannot be removed.");

    /// <summary>Creates the analyzer.</summary>
    public LocalIndexAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterSymbolAction(CheckDeclared, SymbolKind.NamedType);
        }

        if (dynamo.Sdk is not { } sdk || sdk.TypeNamed("Model.CreateTableRequest") is not { } createTable)
        {
            return;
        }

        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (SymbolEqualityComparer.Default.Equals(creation.Type, createTable)
                    && !dynamo.Excludes(creation.Syntax.SyntaxTree)
                    && VisibleObject.Of(creation, sdk).CollectionOf("LocalSecondaryIndexes").Entries is { Count: > 0 } indexes)
                {
                    var name = VisibleObject.From(indexes[0].Value, sdk)?.ValuesOf("IndexName") is { Count: 1 } names ? ConstantText.Of(names[0]) : null;
                    var place = CreationName.LocationOf(creation);
                    context.ReportDiagnostic(Diagnostic.Create(Rule, place, name is null ? "A local index" : $"The local index '{name}'"));
                }
            },
            OperationKind.ObjectCreation);
    }

    /// <summary>Reported at the table, once: which of its local indexes nobody needs is the matter of DG1034.</summary>
    private static void CheckDeclared(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(DeclarationAttributes.Table) is { } attribute
            && TableParser.Parse(type, new DeclarationProblems()) is { } table
            && table.Indexes.FirstOrDefault(index => index.IsLocal) is { } index)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, attribute.Place(), $"The local index '{index.Name}'"));
        }
    }
}
