using Amazon.Runtime;
using DynamoGen;
using DynamoGen.Local;

namespace Service._1.Development;

/// <summary>The database of development: a DynamoDB Local, and the tables in it.</summary>
public static class LocalDatabase
{
    /// <summary>Call this before <c>AddDynamoGen</c>, so that the tables are there when they are checked.</summary>
    public static void AddLocalDatabase(this WebApplicationBuilder builder, DynamoDbLocal local)
    {
        builder.Configuration["DynamoGen:ServiceUrl"] = local.Endpoint.ToString();
        builder.Services.Configure<DynamoGenOptions>(options => options.Credentials = _ => new BasicAWSCredentials("local", "local"));
        builder.Services.AddHostedService<LocalTables>();
    }
}
