using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG1013: DynamoDB compares and finds items of older versions by what they store, which an upcaster changes only when they are read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangedFormAnalyzer : DynamoAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ChangedForm,
        title: "Older items store another form of what is compared",
        messageFormat: "{0} '{1}', of which items of version {2} store what '{3}' takes: {4} until they are written again",
        RuleCategories.Declaration,
        DiagnosticSeverity.Warning,
        description: "An upcaster changes what is read. Filters, conditions and keys are evaluated by DynamoDB, on what is stored.");

    /// <summary>Creates the analyzer.</summary>
    public ChangedFormAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterSymbolAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    foreach (var diagnostic in OfRepository(type).Concat(OfEntity(type)))
                    {
                        symbol.ReportDiagnostic(diagnostic);
                    }
                },
                SymbolKind.NamedType);
        }
    }

    private static IEnumerable<Diagnostic> OfRepository(INamedTypeSymbol type)
    {
        if (type.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol entityType
            || RepositoryParser.Parse(type, new DeclarationProblems()) is not { } repository
            || EntityParser.Parse(entityType, new DeclarationProblems()) is not { } entity)
        {
            yield break;
        }

        var tests = repository.Patterns
            .SelectMany(pattern => Tested(pattern).SelectMany(condition => condition.Paths).Select(path => (Pattern: pattern, path.Attribute))).Distinct();
        foreach (var (pattern, attribute) in tests)
        {
            if (entity.Shape.Members.FirstOrDefault(member => member.Attribute == attribute) is { } member
                && OlderForms.OtherForm(entity.Shape, member) is { } changed)
            {
                yield return Diagnostic.Create(Rule, PatternPlace.Of(type, pattern), $"'{pattern.Name}' tests", member.Property, changed.From, changed.Method,
                    "the test is wrong for those items");
            }
        }
    }

    /// <summary>The conditions that items of older versions are tested by; an update brings those up to date first.</summary>
    private static IEnumerable<Condition> Tested(PatternModel pattern) => pattern switch
    {
        QueryPattern { Filter: { } filter } => [filter],
        WritePattern { Kind: not WriteKind.Update } write => new[] { write.Expressions.Condition, write.WhenNew }.OfType<Condition>(),
        _ => [],
    };

    private static IEnumerable<Diagnostic> OfEntity(INamedTypeSymbol type)
    {
        if (!type.Has(DeclarationAttributes.Entity) || EntityParser.Parse(type, new DeclarationProblems()) is not { } entity)
        {
            yield break;
        }

        foreach (var attribute in type.Attributes(DeclarationAttributes.Key))
        {
            var index = attribute.ConstructorArguments.Length == 3 ? attribute.Text(0) : null;
            var what = index is null ? "The primary key is made of" : $"The key of index '{index}' is made of";
            foreach (var key in entity.Keys.Where(key => key.Index == index).SelectMany(key => key.Attributes))
            {
                foreach (var diagnostic in OfKey(entity, key, attribute, what, "they stay where they are"))
                {
                    yield return diagnostic;
                }
            }
        }

        foreach (var attribute in type.Attributes(DeclarationAttributes.Unique))
        {
            foreach (var unique in entity.Uniqueness?.Constraints.Where(constraint => constraint.Key.Template == attribute.Text(0)) ?? [])
            {
                foreach (var diagnostic in OfKey(entity, unique.Key, attribute, "A unique value is made of", "their markers stay as they are"))
                {
                    yield return diagnostic;
                }
            }
        }
    }

    /// <summary>A key that a template makes holds what the property was when it was written; a new name alone changes nothing of it.</summary>
    private static IEnumerable<Diagnostic> OfKey(EntityModel entity, KeyAttributeModel key, AttributeData attribute, string what, string effect)
    {
        foreach (var property in key.Parts.Where(part => part.IsPlaceholder).Select(part => part.Text).Distinct())
        {
            if (entity.Shape.Members.FirstOrDefault(member => member.Property == property) is { } member
                && OlderForms.OtherValue(entity.Shape, member) is { } changed)
            {
                yield return Diagnostic.Create(Rule, attribute.Place(), what, property, changed.From, changed.Method, effect);
            }
        }
    }
}
