using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1010: an attribute that may outgrow an item, and that each read and write pays for until then.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GrowingAttributeAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.GrowingAttribute,
        title: "Attribute may outgrow its item",
        messageFormat: "'{0}' {1}, and an item ends at 400 KB with all its names; until then each read and write pays for it; {2}, or bound it by [MaxLength]",
        RuleCategories.Declaration,
        DiagnosticSeverity.Info,
        description: "An item has at most 400 KB. A write of a part of it costs as much as a write of the whole.");

    /// <summary>Of code that adds to an attribute.</summary>
    internal static readonly DiagnosticDescriptor WriteRule = RuleDescriptor.Create(
        RuleIdentifiers.GrowingAttribute,
        title: "Attribute may outgrow its item",
        messageFormat: "'{0}' grows with each call, and an item ends at 400 KB with all its names; until then each read and write pays for it; "
            + "store the elements as items of their own, or {1}",
        RuleCategories.Declaration,
        DiagnosticSeverity.Info,
        description: "An item has at most 400 KB. A write of a part of it costs as much as a write of the whole.");

    private const string ItemsOfTheirOwn = "store the elements as items of their own";

    /// <summary>Creates the analyzer.</summary>
    public GrowingAttributeAnalyzer()
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
        if (type.Has(DeclarationAttributes.Entity))
        {
            var keys = string.Concat(
                type.Attributes(DeclarationAttributes.Key).SelectMany(key => key.ConstructorArguments).Select(argument => argument.Value as string));
            foreach (var property in MappedClass.PropertiesOf(type).Where(property => !keys.Contains($"{{{property.Name}")))
            {
                if (GrowingAttribute.ContentOf(property) is { } content && property.Locations.FirstOrDefault(place => place.IsInSource) is { } place)
                {
                    var remedy = content == "bytes" ? "keep large ones in S3 and their keys here" : ItemsOfTheirOwn;
                    var fault = $"may hold {(content == "bytes" ? "any number of bytes" : content)}";
                    context.ReportDiagnostic(Diagnostic.Create(Rule, place, property.Name, fault, remedy));
                }
            }
        }

        if (type.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault() is INamedTypeSymbol entity)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                ReportAppends(method, entity, context.ReportDiagnostic);
            }
        }
    }

    /// <summary>A list of objects is reported where it is declared.</summary>
    private static void ReportAppends(IMethodSymbol method, INamedTypeSymbol entity, Action<Diagnostic> report)
    {
        if (method.Attribute(DeclarationAttributes.Update) is not { } attribute
            || attribute.Text(0) is not { } text
            || ParsedExpression.OfUpdate(text, ExpressionDialect.Declared).Update is not { } update)
        {
            return;
        }

        foreach (var name in update.Clauses.SelectMany(clause => clause.Actions).Where(ListAppend.Is).Select(action => action.Path.Attribute.Text))
        {
            if (MappedClass.PropertiesOf(entity).FirstOrDefault(property => property.Name == name) is { } property
                && DeclaredLength.Of(property) is null
                && !GrowingAttribute.HoldsObjects(property))
            {
                report(Diagnostic.Create(Rule, attribute.Place(0), name, "grows with each call of list_append", ItemsOfTheirOwn));
            }
        }
    }
}
