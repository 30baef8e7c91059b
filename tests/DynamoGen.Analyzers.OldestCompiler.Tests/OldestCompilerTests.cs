using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Analyzers.Tests;

/// <summary>The tests of this project are worth something only if the older compiler runs them.</summary>
public sealed class OldestCompilerTests
{
    [Theory]
    [InlineData(typeof(Compilation))]
    [InlineData(typeof(CSharpCompilation))]
    [InlineData(typeof(Workspace))]
    public void The_compiler_is_that_of_the_NET_8_SDK(Type type) => Assert.Equal(new Version(4, 8, 0, 0), type.Assembly.GetName().Version);
}
