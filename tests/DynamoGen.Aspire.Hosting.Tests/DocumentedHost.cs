using Aspire.Hosting;
using DynamoGen.Local;

namespace DynamoGen.Aspire.Hosting.Tests;

/// <summary>The application host that the documentation shows.</summary>
internal static class DocumentedHost
{
    public static void Run(string[] args)
    {
        var builder = DistributedApplication.CreateBuilder(args);
        var dynamodb = builder.AddDynamoDBLocal("dynamodb", new DynamoDbLocalOptions { DatabaseDirectory = ".dynamodb" });
        builder.AddProject<Projects.Service>("service").WithReference(dynamodb).WaitFor(dynamodb);
        builder.Build().Run();
    }

    /// <summary>What the SDK of an application host makes of its references to projects.</summary>
    private static class Projects
    {
        internal sealed class Service : IProjectMetadata
        {
            public string ProjectPath => "Service.csproj";
        }
    }
}
