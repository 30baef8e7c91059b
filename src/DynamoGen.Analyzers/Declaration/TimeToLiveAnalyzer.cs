using System.Collections.Concurrent;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1003: the attribute that a <c>TimeToLiveSpecification</c> of the project names, written as milliseconds or as text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TimeToLiveAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.TimeToLiveUnit,
        title: "Time to live is not a number of seconds",
        messageFormat: "The time to live '{0}' is written as {1}; DynamoDB expects the number of seconds since 1970 and ignores everything else",
        RuleCategories.Declaration,
        DiagnosticSeverity.Warning,
        description: "DynamoDB deletes an item some time after the moment that its time-to-live attribute gives in seconds since 1970. "
            + "It ignores other values without an error.",
        WellKnownDiagnosticTags.CompilationEnd);

    private const int MaximumDepth = 8;

    /// <summary>Creates the analyzer.</summary>
    public TimeToLiveAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk
            || sdk.TypeNamed("Model.TimeToLiveSpecification") is not { } specification
            || sdk.TypeNamed("Model.AttributeValue") is not { } attributeValue)
        {
            return;
        }

        var attributes = new ConcurrentBag<string>();
        var writes = new ConcurrentBag<(string Attribute, string Form, Location Location)>();
        context.RegisterOperationAction(Collect, OperationKind.ObjectCreation);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var (attribute, form, location) in writes.Where(write => attributes.Contains(write.Attribute)))
            {
                end.ReportDiagnostic(Diagnostic.Create(Rule, location, attribute, form));
            }
        });

        void Collect(OperationAnalysisContext context)
        {
            var creation = (IObjectCreationOperation)context.Operation;
            if (SymbolEqualityComparer.Default.Equals(creation.Type, specification))
            {
                foreach (var name in VisibleObject.Of(creation, sdk).ValuesOf("AttributeName").Select(ConstantText.Of).OfType<string>())
                {
                    attributes.Add(name);
                }
            }
            else if (SymbolEqualityComparer.Default.Equals(creation.Type, attributeValue)
                && AttributeOf(creation) is { } attribute
                && FormOf(VisibleObject.Of(creation, sdk)) is { } form
                && !dynamo.Excludes(creation.Syntax.SyntaxTree))
            {
                writes.Add((attribute, form, creation.Syntax.GetLocation()));
            }
        }
    }

    /// <summary>The key under which a value is put into a dictionary in the same expression.</summary>
    private static string? AttributeOf(IObjectCreationOperation creation)
    {
        var value = ObjectUse.OutermostConversion(creation);
        var key = value.Parent switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } } => keys[0].Value,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } arguments } } => arguments[0].Value,
            _ => null,
        };
        return key is null ? null : ConstantText.Of(key);
    }

    private static string? FormOf(VisibleObject value) =>
        value.Sets("S") ? "text"
        : value.ValuesOf("N").Select(number => UnitOf(number, depth: 0)).FirstOrDefault(unit => unit is not null);

    /// <summary><c>time.ToUnixTimeMilliseconds()</c> or <c>time.Ticks</c>, made text in one of the usual ways, or a local that holds it.</summary>
    private static string? UnitOf(IOperation number, int depth)
    {
        // A local may be set to itself, in code that does not compile.
        if (depth == MaximumDepth)
        {
            return null;
        }

        var value = number.WithoutConversions();
        return value switch
        {
            ILocalReferenceOperation local =>
                LocalVariable.OnlyValueOf(local.Local, local) is { } only and not ILocalReferenceOperation ? UnitOf(only, depth + 1) : null,
            IInvocationOperation { TargetMethod: { Name: "ToUnixTimeMilliseconds", ContainingType.Name: "DateTimeOffset" } } => "milliseconds",
            IPropertyReferenceOperation { Property: { Name: "Ticks", ContainingType.Name: "DateTime" or "DateTimeOffset" } } => "ticks",
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => UnitOf(instance, depth + 1),
            IInterpolatedStringOperation { Parts: { Length: 1 } parts } => parts[0] is IInterpolationOperation hole ? UnitOf(hole.Expression, depth + 1) : null,
            _ => null,
        };
    }
}
