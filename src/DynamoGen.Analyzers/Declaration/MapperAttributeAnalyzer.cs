using System.Collections.Concurrent;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1039: attributes of <c>DynamoDBContext</c> on an entity or on what it holds, which only that class reads.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MapperAttributeAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.MapperAttribute,
        title: "Attribute of DynamoDBContext is not read",
        messageFormat: "Only DynamoDBContext reads [{0}] of '{1}'; {2}",
        RuleCategories.Declaration,
        DiagnosticSeverity.Warning,
        description: "An attribute that is not read changes how items are stored only in the eyes of its reader.");

    /// <summary>Creates the analyzer.</summary>
    public MapperAttributeAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is null || dynamo.Sdk?.TypeNamed("DataModel.DynamoDBAttribute") is not { } mapper)
        {
            return;
        }

        // A nested type, or a base class, may be that of several entities.
        var seen = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterSymbolAction(
            context =>
            {
                if (context.Symbol.Has(DeclarationAttributes.Entity))
                {
                    foreach (var type in MappedTypes.Of((INamedTypeSymbol)context.Symbol).Where(type => seen.TryAdd(type, true)))
                    {
                        Report(context, type, mapper);
                    }
                }
            },
            SymbolKind.NamedType);
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, INamedTypeSymbol mapper)
    {
        foreach (var owner in type.GetMembers().Where(member => member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }).Prepend(type))
        {
            foreach (var attribute in owner.GetAttributes().Where(attribute => attribute.AttributeClass.IsOrDerivesFrom(mapper)))
            {
                var advice = MapperAdvice.Of(attribute, owner);
                var severity = advice.IsSaid ? DiagnosticSeverity.Info : Rule.DefaultSeverity;
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, attribute.Place(), severity, additionalLocations: null, properties: null,
                    MapperAdvice.NameOf(attribute), owner is INamedTypeSymbol ? owner.Name : $"{type.Name}.{owner.Name}", advice.Text));
            }
        }
    }
}
