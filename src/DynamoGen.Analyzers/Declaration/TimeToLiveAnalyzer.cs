using System.Collections.Concurrent;
using DynamoGen.Analyzers.Libraries;
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
        messageFormat: "The time to live '{0}' is written as {1}; DynamoDB expects the number of seconds since 1970 and ignores everything else{2}",
        RuleCategories.Declaration,
        DiagnosticSeverity.Warning,
        description: "DynamoDB deletes an item some time after the moment that its time-to-live attribute gives in seconds since 1970. "
            + "It ignores other values without an error.",
        WellKnownDiagnosticTags.CompilationEnd);

    private const int MaximumDepth = 8;

    private static readonly string[] Names = ["ttl", "timetolive"];

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
        var writes = new ConcurrentBag<WrittenTime>();
        context.RegisterOperationAction(Collect, OperationKind.ObjectCreation);
        context.RegisterOperationAction(CollectDocument, OperationKind.SimpleAssignment);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var write in writes)
            {
                var said = attributes.Contains(write.Attribute) ? Tell(write, DiagnosticSeverity.Warning, "")
                    : attributes.IsEmpty && write.IsTime ? TellByName(write)
                    : null;
                if (said is { } diagnostic)
                {
                    end.ReportDiagnostic(diagnostic);
                }
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
                writes.Add(new WrittenTime(attribute, form, creation.Syntax.GetLocation(), form != "text" || IsWrittenHere(creation, sdk)));
            }
        }

        void CollectDocument(OperationAnalysisContext context)
        {
            if (EntryOfDocument((ISimpleAssignmentOperation)context.Operation, sdk) is { } write && !dynamo.Excludes(context.Operation.Syntax.SyntaxTree))
            {
                writes.Add(write);
            }
        }
    }

    private static Diagnostic Tell(WrittenTime write, DiagnosticSeverity severity, string doubt) =>
        Diagnostic.Create(Rule, write.Place, severity, additionalLocations: null, properties: null, write.Attribute, write.Form, doubt);

    /// <summary>Where no specification is in sight, names tell: one that can be nothing else, or one of a moment that may be it.</summary>
    private static Diagnostic? TellByName(WrittenTime write) =>
        Names.Contains(write.Attribute.Replace("_", "").Replace("-", ""), StringComparer.OrdinalIgnoreCase) ? Tell(write, DiagnosticSeverity.Warning, "")
        : ExpiryName.Is(write.Attribute) ? Tell(write, DiagnosticSeverity.Info, ", if the table's time to live is this attribute")
        : null;

    /// <summary>Whether the text is made of a value, such as a time, and is no constant.</summary>
    private static bool IsWrittenHere(IObjectCreationOperation creation, SdkSymbols sdk) =>
        VisibleObject.Of(creation, sdk).ValuesOf("S").All(text => ConstantText.Of(text) is null);

    /// <summary><c>document["ttl"] = time</c>, which the document model writes as text.</summary>
    private static WrittenTime? EntryOfDocument(ISimpleAssignmentOperation assignment, SdkSymbols sdk) =>
        assignment.Target is IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.Name: "Document" } entry, Arguments: { Length: 1 } keys }
        && sdk.Declares(entry)
        && ConstantText.Of(keys[0].Value) is { } attribute
        && assignment.Value.WithoutConversions() is { Type: { Name: "DateTime", SpecialType: SpecialType.System_DateTime } } time
            ? new WrittenTime(attribute, "text", time.Syntax.GetLocation(), IsTime: true)
            : null;

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

/// <summary>An attribute that is written in a form which no time to live has.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Form">Such as <c>milliseconds</c>.</param>
/// <param name="Place">The value.</param>
/// <param name="IsTime">Whether it is computed, as a time is.</param>
internal sealed record WrittenTime(string Attribute, string Form, Location Place, bool IsTime);
