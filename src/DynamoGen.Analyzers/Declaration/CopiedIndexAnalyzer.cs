using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG2010: an index that holds a copy of all that is in an item.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CopiedIndexAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.CopiedIndex,
        title: "Index holds whole items",
        messageFormat: "{0}, so that storage and each write cost about twice as much; project what its queries read",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Each write that changes what an index holds is written there too, and the copy is stored beside the item.",
        helpLinkUri: RulePages.Link(RuleIdentifiers.CopiedIndex));

    /// <summary>The stored properties from which an entity counts as wide.</summary>
    private const int Wide = 12;

    /// <summary>Creates the analyzer.</summary>
    public CopiedIndexAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterSymbolAction(CheckDeclared, SymbolKind.NamedType);
        }

        if (dynamo.Sdk is not { } sdk || sdk.TypeNamed("Model.Projection") is not { } projection)
        {
            return;
        }

        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (SymbolEqualityComparer.Default.Equals(creation.Type, projection)
                    && !dynamo.Excludes(creation.Syntax.SyntaxTree)
                    && VisibleObject.Of(creation, sdk).ValuesOf("ProjectionType") is { Count: 1 } values
                    && IsAll(values[0]))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CreationName.LocationOf(creation), "The index holds all attributes of its items"));
                }
            },
            OperationKind.ObjectCreation);
    }

    private static bool IsAll(IOperation type) =>
        type.WithoutConversions() is IFieldReferenceOperation { Field: { Name: "ALL", ContainingType.Name: "ProjectionType" } }
        || ConstantText.Of(type) == "ALL";

    private static void CheckDeclared(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Has(DeclarationAttributes.Entity)
            || EntityParser.Parse(type, new DeclarationProblems()) is not { } entity
            || entity.Shape.Members.Count() < Wide)
        {
            return;
        }

        foreach (var key in entity.Keys.Where(key => key.Index is not null && key.NonKeyAttributes is null))
        {
            var attribute = type.Attributes(DeclarationAttributes.Key).FirstOrDefault(attribute => attribute.Text(0) == key.Index);
            var fault = $"Index '{key.Index}' holds all {entity.Shape.Members.Count()} attributes of '{type.Name}'";
            context.ReportDiagnostic(Diagnostic.Create(Rule, attribute?.Place(0) ?? type.Locations.FirstOrDefault(), fault));
        }
    }
}
