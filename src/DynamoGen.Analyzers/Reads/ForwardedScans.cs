using System.Collections.Concurrent;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// Finds the Scans that a call starts through a method of the same compilation which hands its caller's request on. That method does not decide to
/// Scan; the call does.
/// </summary>
internal sealed class ForwardedScans(ScanMethods methods, ScanExemptions exemptions, Compilation compilation)
{
    private const int MostWrappers = 4;

    private static readonly string[] Requests = ["ScanRequest", "ScanOperationConfig"];

    private readonly ConcurrentDictionary<IMethodSymbol, Forwarder?> _forwarders = new(SymbolEqualityComparer.Default);

    /// <summary>The Scan that a call of a forwarding method starts; null for every other call.</summary>
    public StartedScan? StartedBy(IInvocationOperation call) =>
        ForwarderOf(call.TargetMethod, call, MostWrappers) is { } forwarder
            ? new StartedScan(call, forwarder.Request is { } request ? StartedScan.ArgumentOf(call, request) : null, EntityOf(call, forwarder.Entity))
            : null;

    /// <summary>Whether a Scan inside of a method is its callers' decision.</summary>
    public static bool IsOfCaller(StartedScan scan, ISymbol containingSymbol) =>
        RequestParameter(scan.Request) is not null || ScanForwarder.Contains(scan.Call, containingSymbol);

    /// <summary>The parameter of the member that the request is, if it is handed on as it came.</summary>
    private static IParameterSymbol? RequestParameter(IOperation? request) =>
        request?.WithoutConversions() is IParameterReferenceOperation { Parameter: var parameter }
        && Requests.Contains(parameter.Type.Name)
        && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
        && !LocalVariable.BodyOf(request).Descendants().OfType<IAssignmentOperation>().Any(assignment => Changes(assignment.Target, parameter))
            ? parameter
            : null;

    private static bool Changes(IOperation target, IParameterSymbol parameter) =>
        (target is IPropertyReferenceOperation property ? property.Instance : target) is IParameterReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)
        && target is not IPropertyReferenceOperation { Property.Name: "ExclusiveStartKey" or "PaginationToken" };

    private Forwarder? ForwarderOf(IMethodSymbol method, IOperation anywhere, int wrappers)
    {
        var declared = method.OriginalDefinition;
        if (wrappers == 0 || declared.DeclaringSyntaxReferences.IsEmpty || !MayForward(declared))
        {
            return null;
        }

        if (!_forwarders.TryGetValue(declared, out var forwarder))
        {
            forwarder = Implementations(declared).Select(implementation => Find(implementation, anywhere, wrappers)).FirstOrDefault(found => found is not null);
            _forwarders.TryAdd(declared, forwarder);
        }

        return forwarder;
    }

    private static bool MayForward(IMethodSymbol method) =>
        method.Name.StartsWith("Scan", StringComparison.Ordinal)
        || method.Name.StartsWith("FromScan", StringComparison.Ordinal)
        || method.Parameters.Any(parameter => Requests.Contains(parameter.Type.Name));

    /// <summary>The method itself, or those of the compilation that stand behind a method of an interface.</summary>
    private IEnumerable<IMethodSymbol> Implementations(IMethodSymbol method) =>
        method.ContainingType is { TypeKind: TypeKind.Interface } declaring
            ? MappedTables.TypesIn(compilation.Assembly.GlobalNamespace)
                .Where(type => type.TypeKind == TypeKind.Class)
                .Where(type => type.AllInterfaces.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, declaring)))
                .Select(type => ImplementationIn(type, method))
                .OfType<IMethodSymbol>()
            : [method];

    private static IMethodSymbol? ImplementationIn(INamedTypeSymbol type, IMethodSymbol method) =>
        type.AllInterfaces.SelectMany(candidate => candidate.GetMembers(method.Name))
            .Where(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method))
            .Select(member => type.FindImplementationForInterfaceMember(member) as IMethodSymbol)
            .FirstOrDefault()?.OriginalDefinition;

    private Forwarder? Find(IMethodSymbol method, IOperation anywhere, int wrappers) =>
        CalledBody.DeclaredBy(method, anywhere)?.Descendants().OfType<IInvocationOperation>()
            .Where(call => !exemptions.Cover(call, method))
            .Select(call => methods.Contains(call.TargetMethod) ? StartedScan.OfClient(call)
                : ForwarderOf(call.TargetMethod, call, wrappers - 1) is { } inner
                    ? new StartedScan(call, inner.Request is { } request ? StartedScan.ArgumentOf(call, request) : null, Entity: null)
                    : null)
            .Where(scan => scan is not null && IsOfCaller(scan, method))
            .Select(scan => new Forwarder(
                (scan!.Request?.WithoutConversions() as IParameterReferenceOperation)?.Parameter.Ordinal,
                scan.Call.TargetMethod.TypeArguments.FirstOrDefault()))
            .FirstOrDefault();

    private static INamedTypeSymbol? EntityOf(IInvocationOperation call, ITypeSymbol? entity) =>
        (entity is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter ? call.TargetMethod.TypeArguments[parameter.Ordinal] : entity)
            as INamedTypeSymbol;

    /// <summary>A method that hands a request on.</summary>
    /// <param name="Request">The number of the parameter that is the request, or null.</param>
    /// <param name="Entity">The entity's class, or the type parameter that stands for it.</param>
    private sealed record Forwarder(int? Request, ITypeSymbol? Entity);
}
