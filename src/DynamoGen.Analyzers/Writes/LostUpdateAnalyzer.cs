using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4007: an item that is read, changed and written back whole, where nothing tells that another caller changed it meanwhile.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostUpdateAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.LostUpdate,
        title: "Item is read, changed and written back without a condition",
        messageFormat: "{0} writes back the whole of what was read, without a condition: what another caller changed meanwhile is lost; "
            + "{1}, or change the attributes alone by UpdateItem",
        RuleCategories.Writes,
        DiagnosticSeverity.Info,
        description: "Between the read and the write another caller may write the same item. "
            + "A version or a condition makes the later write fail, to be tried again.");

    /// <summary>Creates the analyzer.</summary>
    public LostUpdateAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var loaded = new LoadedObject(sdk);
        var rewritten = new RewrittenItem(sdk);
        var mapped = new MappedCounter(sdk);
        var stored = new StoredCounter(sdk);
        var version = sdk.TypeNamed("DataModel.DynamoDBVersionAttribute");
        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (IsSavedUnchecked(call) && mapped.SavedBy(call) is null)
                {
                    Report(context, call, "give the class a [DynamoDBVersion]");
                }
                else if (rewritten.IsPutBy(call) && stored.PutBy(call) is null)
                {
                    Report(context, call, "set a condition");
                }
            },
            OperationKind.Invocation);

        bool IsSavedUnchecked(IInvocationOperation save) =>
            loaded.In(save) is { Local: { Type: INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type } local }
            && !MappedClass.Has(MappedClass.PropertiesOf(type), version)
            && ChangedValue.PlacesOf(local, save).Any();

        void Report(OperationAnalysisContext context, IInvocationOperation call, string remedy)
        {
            if (!CountedUp.IsGuarded(call) && !dynamo.Excludes(call.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax), call.TargetMethod.Name, remedy));
            }
        }
    }
}
