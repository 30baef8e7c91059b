using System.Reflection;
using System.Runtime.Loader;
using DynamoGen.Generator;
using DynamoGen.Hosting;
using DynamoGen.Tests.Repositories;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests;

/// <summary>A source with what the generator makes of it, compiled and loaded, and its repositories on a server.</summary>
internal sealed class LoadedSource
{
    private static readonly MethodInfo Create = typeof(LocalServer).GetMethod(nameof(LocalServer.CreateAsync))!;
    private static readonly MethodInfo AddRepository = typeof(DynamoGenBuilder).GetMethod(nameof(DynamoGenBuilder.AddRepository), [])!;
    private static readonly MethodInfo Read = typeof(LoadedSource).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Assembly _assembly;

    public LoadedSource(Compilation compilation, AssemblyLoadContext context)
    {
        CSharpGeneratorDriver.Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        using var image = new MemoryStream();
        var result = output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        image.Position = 0;
        _assembly = context.LoadFromStream(image);
    }

    /// <summary>A type by its full name.</summary>
    public Type this[string type] => _assembly.GetType(type, throwOnError: true)!;

    /// <summary>Services for the repositories, with a table that is created unless it exists.</summary>
    public Task<ServiceProvider> CreateAsync(LocalServer server, string table, string prefix) =>
        (Task<ServiceProvider>)Create.MakeGenericMethod(this[table]).Invoke(server, [(Action<DynamoGenBuilder>)AddRepositories, prefix, null])!;

    /// <summary>Services for the repositories, with the tables that are there.</summary>
    public ServiceProvider Connect(LocalServer server, string prefix) => server.Connect(AddRepositories, prefix);

    /// <summary>Runs an access pattern to its end, and gives what it returns: of a stream a list.</summary>
    public Task<object?> CallAsync(IServiceProvider services, string repository, string pattern, params object?[] arguments)
    {
        var contract = this[repository];
        return EndAsync(contract.GetMethod(pattern)!
            .Invoke(services.GetRequiredService(contract), BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!);
    }

    private static async Task<object?> EndAsync(object result)
    {
        var stream = result.GetType().GetInterfaces()
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        var task = stream is not null ? (Task)Read.MakeGenericMethod(stream.GenericTypeArguments[0]).Invoke(null, [result])!
            : result as Task ?? (Task)result.GetType().GetMethod("AsTask")!.Invoke(result, null)!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    private static async Task<List<TItem>> ReadAsync<TItem>(IAsyncEnumerable<TItem> items)
    {
        var read = new List<TItem>();
        await foreach (var item in items)
        {
            read.Add(item);
        }

        return read;
    }

    private void AddRepositories(DynamoGenBuilder builder)
    {
        foreach (var repository in _assembly.GetTypes().Where(type => type is { IsInterface: true, IsNested: false }))
        {
            AddRepository.MakeGenericMethod(repository).Invoke(builder, null);
        }
    }
}
